import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDeviceLaptop, IconDeviceMobile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BrowserSession } from "../../../../api/types";
import { useNotify } from "../../../../kit/notify";
import { Section } from "../../../../kit/Section";
import { Problem } from "../../../../kit/states";
import { Time } from "../../../../kit/Time";
import { SecurityDialog } from "../actions/SecurityDialog";
import { useEndSessions, useRevokeSession, useSessions } from "../queries/access";
import { Row, Rows } from "../Rows";
import { useShownUser } from "../ShownUser";
import { deviceName, isHandheld } from "./deviceName";
import { EndAll } from "./EndAll";

interface SessionsSectionProps {
  nameOfApplication: (clientId: string) => string;
  mayEnd: boolean;
}

const END_ALL = {
  action: "sessions.endBrowsers",
  title: "sessions.endBrowsersTitle",
  effect: "sessions.endBrowsersEffect",
  done: "sessions.endedBrowsers",
};

/** The browsers in which a user is signed in. */
export function SessionsSection({ nameOfApplication, mayEnd }: SessionsSectionProps) {
  const { t } = useTranslation("user");
  const { user, userId } = useShownUser();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSessions(userId);
  const [ending, setEnding] = useState<BrowserSession>();
  const end = useRevokeSession();
  const { mutateAsync: endAll } = useEndSessions(userId);
  const { done } = useNotify();
  const label = (session: BrowserSession) => deviceName(session.device, t("sessions.unknown"));
  const many = mayEnd && (data?.length ?? 0) > 1 && <EndAll words={END_ALL} end={() => endAll(undefined)} />;
  return (
    <Section title={t("sessions.browsers")} description={t("sessions.browsersText")} actions={many}>
      {error && !data && <Problem error={error} retry={() => void refetch()} />}
      <Rows rows={data} loading={!error} empty={t("sessions.noBrowsers")}>
        {(session) => (
          <SessionRow
            key={session.id}
            session={session}
            nameOfApplication={nameOfApplication}
            end={mayEnd ? () => setEnding(session) : undefined}
          />
        )}
      </Rows>
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <SecurityDialog
        user={user}
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t("sessions.endTitle", { device: ending && label(ending) })}
        effect={t("sessions.endEffect")}
        action={t("sessions.end")}
        danger
        onConfirm={async () => {
          if (ending) await end.mutateAsync(ending.id);
          done(t("sessions.ended"));
        }}
      />
    </Section>
  );
}

interface SessionRowProps {
  session: BrowserSession;
  nameOfApplication: (clientId: string) => string;
  end: (() => void) | undefined;
}

function SessionRow({ session, nameOfApplication, end }: SessionRowProps) {
  const { t } = useTranslation("user");
  const { device, clients } = session;
  const name = deviceName(device, t("sessions.unknown"));
  const Icon = isHandheld(device) ? IconDeviceMobile : IconDeviceLaptop;
  const applications = clients.map(({ client_id: id }) => nameOfApplication(id)).join(", ");
  return (
    <Row
      remove={
        end ? { label: t("sessions.endWhat", { device: name }), text: t("sessions.endShort"), run: end } : undefined
      }
    >
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Icon size={20} aria-hidden />
        <Stack gap={2}>
          <Text size="sm" fw={550}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {applications ? t("sessions.signedInTo", { applications }) : t("sessions.toNothing")}
          </Text>
          <Text size="xs" c="dimmed">
            {t("sessions.lastUsed")} <Time value={session.last_interacted_at} />
            {" · "}
            {t("sessions.began")} <Time value={session.created_at} />
            {device.last_ip && ` · ${device.last_ip}`}
          </Text>
        </Stack>
      </Group>
    </Row>
  );
}
