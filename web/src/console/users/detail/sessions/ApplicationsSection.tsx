import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applicationAddress } from "../../../../kit/addresses";
import { useNotify } from "../../../../kit/notify";
import { Section } from "../../../../kit/Section";
import { Problem } from "../../../../kit/states";
import { Time } from "../../../../kit/Time";
import { RevokeAccessDialog } from "../actions/RevokeAccessDialog";
import { SecurityDialog } from "../actions/SecurityDialog";
import { useDevices, useUnlinkDevice, useUnlinkDevices, type RefreshToken } from "../queries/access";
import { Row, Rows } from "../Rows";
import { useShownUser } from "../ShownUser";
import { byApplication, lastUse } from "./byApplication";
import { deviceName } from "./deviceName";
import { EndAll } from "./EndAll";

interface ApplicationsSectionProps {
  nameOfApplication: (clientId: string) => string;
  mayEnd: boolean;
  mayUnlink: boolean;
}

const UNLINK_ALL = {
  action: "devices.unlinkAll",
  title: "devices.unlinkAllTitle",
  effect: "devices.unlinkAllEffect",
  done: "devices.unlinkedAll",
};

/** The devices that applications keep signed in, by application (S2.L25). */
export function ApplicationsSection({ nameOfApplication, mayEnd, mayUnlink }: ApplicationsSectionProps) {
  const { t } = useTranslation("user");
  const { user, userId } = useShownUser();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDevices(userId);
  const [unlinking, setUnlinking] = useState<RefreshToken>();
  const [ending, setEnding] = useState<{ clientId: string; name: string; opened: boolean }>();
  const unlink = useUnlinkDevice();
  const { mutateAsync: unlinkAll } = useUnlinkDevices(userId);
  const { done } = useNotify();
  const named = (token: RefreshToken) => deviceName(token.device, t("sessions.unknown"));
  const applications = data && byApplication(data);
  const many = mayEnd && (data?.length ?? 0) > 1 && <EndAll words={UNLINK_ALL} end={() => unlinkAll(undefined)} />;
  return (
    <Section title={t("devices.title")} description={t("devices.text")} actions={many}>
      <Stack gap="md">
        {error && !data && <Problem error={error} retry={() => void refetch()} />}
        {(applications?.length ?? 0) === 0 && (
          <Rows rows={applications} loading={!error} empty={t("devices.empty")}>
            {() => null}
          </Rows>
        )}
        {applications?.map(({ clientId, devices }) => (
          <div key={clientId}>
            <Group justify="space-between" gap="xs">
              <Title order={3}>
                <Anchor component={Link} to={applicationAddress(clientId)} inherit>
                  {nameOfApplication(clientId)}
                </Anchor>
              </Title>
              {mayEnd && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => setEnding({ clientId, name: nameOfApplication(clientId), opened: true })}
                  aria-label={t("devices.endWhat", { application: nameOfApplication(clientId) })}
                >
                  {t("devices.end")}
                </Button>
              )}
            </Group>
            <Rows rows={devices} empty="">
              {(token) => (
                <DeviceRow
                  key={token.id}
                  token={token}
                  name={named(token)}
                  unlink={mayUnlink ? () => setUnlinking(token) : undefined}
                />
              )}
            </Rows>
          </div>
        ))}
        {hasNextPage && (
          <Group>
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t("more")}
            </Button>
          </Group>
        )}
      </Stack>
      <SecurityDialog
        user={user}
        opened={unlinking !== undefined}
        onClose={() => setUnlinking(undefined)}
        title={t("devices.unlinkTitle", { device: unlinking && named(unlinking) })}
        effect={t("devices.unlinkEffect")}
        action={t("devices.unlink")}
        danger
        onConfirm={async () => {
          if (unlinking) await unlink.mutateAsync(unlinking.id);
          done(t("devices.unlinked"));
        }}
      />
      {ending && (
        <RevokeAccessDialog
          user={user}
          opened={ending.opened}
          onClose={() => setEnding({ ...ending, opened: false })}
          application={ending}
        />
      )}
    </Section>
  );
}

function DeviceRow({ token, name, unlink }: { token: RefreshToken; name: string; unlink: (() => void) | undefined }) {
  const { t } = useTranslation("user");
  const scopes = token.resource_servers.map(({ audience, scopes: list }) => {
    const api = audience.endsWith("/userinfo") ? t("devices.profile") : audience;
    return `${api}: ${list.split(" ").join(", ")}`;
  });
  return (
    <Row
      remove={
        unlink
          ? { label: t("devices.unlinkWhat", { device: name }), text: t("devices.unlink"), run: unlink }
          : undefined
      }
    >
      <Text size="sm" fw={550}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {t("sessions.lastUsed")} <Time value={lastUse(token)} />
        {" · "}
        {t("sessions.began")} <Time value={token.created_at} />
        {token.device.last_ip && ` · ${token.device.last_ip}`}
      </Text>
      <Text size="xs" c="dimmed">
        {scopes.join(" · ")}
      </Text>
    </Row>
  );
}
