import { Button, Group, Stack, Text } from "@mantine/core";
import { memo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { PlatformRoleBadge, StatusBadge } from "../../../../kit/badges";
import { LanguageSelect } from "../../../../kit/LanguageSelect";
import { Section } from "../../../../kit/Section";
import { TimeZoneSelect } from "../../../../kit/TimeZoneSelect";
import { useMay } from "../../../../session/SessionContext";
import { RoleDialog } from "../actions/RoleDialog";
import { StatusDialog } from "../actions/StatusDialog";
import { useProtection, type Act } from "../protection";
import { useUserFormContext } from "./formContext";

/** Platform role and status, each changed by its dialog; language and time zone. */
export const AccessSection = memo(function AccessSection({ user, readOnly }: { user: User; readOnly: boolean }) {
  const { t } = useTranslation("user");
  const [asked, ask] = useState<"role" | "status">();
  const connections = user.identities?.map(({ connection }) => connection).join(", ");
  return (
    <Section title={t("section.access")}>
      <Stack gap="md">
        <Changed user={user} act="status" label={t("field.status")} change={() => ask("status")}>
          <StatusBadge status={user.status ?? "active"} />
        </Changed>
        <Changed user={user} act="role" label={t("field.platform_role")} change={() => ask("role")}>
          <PlatformRoleBadge role={user.platform_role ?? "user"} />
        </Changed>
        <div>
          <Text size="sm" c="dimmed">
            {t("field.connection")}
          </Text>
          <Text size="sm">{connections}</Text>
        </div>
        <RegionFields readOnly={readOnly} />
      </Stack>
      <StatusDialog user={user} opened={asked === "status"} onClose={() => ask(undefined)} />
      <RoleDialog user={user} opened={asked === "role"} onClose={() => ask(undefined)} />
    </Section>
  );
});

function RegionFields({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation("user");
  const form = useUserFormContext();
  return (
    <>
      <LanguageSelect label={t("field.locale")} {...form.getInputProps("locale")} readOnly={readOnly} />
      <TimeZoneSelect
        label={t("field.zoneinfo")}
        description={t("hint.zoneinfo")}
        {...form.getInputProps("zoneinfo")}
        readOnly={readOnly}
      />
    </>
  );
}

interface ChangedProps {
  user: User;
  act: Act;
  label: string;
  change: () => void;
  children: ReactNode;
}

function Changed({ user, act, label, change, children }: ChangedProps) {
  const { t } = useTranslation("user");
  const refusal = useProtection(user)(act);
  const may = useMay("update:users");
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm" c="dimmed" mb={2}>
            {label}
          </Text>
          {children}
        </div>
        {may && !refusal && (
          <Button size="xs" variant="default" onClick={change} aria-label={t("changeWhat", { what: label })}>
            {t("change")}
          </Button>
        )}
      </Group>
      {refusal && (
        <Text size="xs" c="dimmed" mt={4}>
          {refusal}
        </Text>
      )}
    </div>
  );
}
