import { MultiSelect, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRoles } from "../list/queries";
import { useSelf } from "../detail/protection";
import { ACTIONS, type ActionId, type Choices } from "./actions";
import { timeZones } from "./timeZones";

interface ChoiceFieldProps {
  action: ActionId;
  choices: Choices;
  change: (part: Partial<Choices>) => void;
}

/** What an action asks for. */
export function ChoiceField({ action, ...given }: ChoiceFieldProps) {
  switch (ACTIONS[action].field) {
    case "reason":
      return <Reason {...given} />;
    case "platformRole":
      return <PlatformRole {...given} />;
    case "roles":
      return <Roles {...given} />;
    case "zoneinfo":
      return <TimeZone {...given} />;
    default:
      return null;
  }
}

type FieldProps = Omit<ChoiceFieldProps, "action">;

function Reason({ choices, change }: FieldProps) {
  const { t } = useTranslation("users");
  return (
    <TextInput
      data-autofocus
      label={t("bulk.reason")}
      description={t("bulk.reasonHint")}
      maxLength={500}
      value={choices.reason}
      onChange={(event) => change({ reason: event.currentTarget.value })}
    />
  );
}

function PlatformRole({ choices, change }: FieldProps) {
  const { t } = useTranslation("users");
  // Only a super administrator makes another.
  const roles = useSelf().platformRole === "super_admin" ? ["user", "admin", "super_admin"] : ["user", "admin"];
  return (
    <Radio.Group
      label={t("bulk.platformRole.field")}
      value={choices.platformRole}
      onChange={(platformRole) => change({ platformRole })}
    >
      <Stack gap="xs" mt="xs">
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`common:platformRole.${role}`)}
            description={t(`bulk.platformRole.about.${role}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Roles({ choices, change }: FieldProps) {
  const { t } = useTranslation("users");
  const roles = useRoles().data ?? [];
  return (
    <MultiSelect
      data-autofocus
      searchable
      label={t("bulk.roles")}
      placeholder={choices.roles.length === 0 ? t("bulk.rolesHint") : undefined}
      nothingFoundMessage={t("bulk.noRoles")}
      data={roles.map(({ id = "", name = "" }) => ({ value: id, label: name }))}
      value={choices.roles}
      onChange={(chosen) => change({ roles: chosen })}
    />
  );
}

function TimeZone({ choices, change }: FieldProps) {
  const { t } = useTranslation("users");
  return (
    <Select
      data-autofocus
      searchable
      label={t("list.column.zoneinfo")}
      placeholder="Europe/Berlin"
      nothingFoundMessage={t("common:list.noMatch")}
      data={timeZones()}
      limit={100}
      value={choices.zoneinfo || null}
      onChange={(zoneinfo) => change({ zoneinfo: zoneinfo ?? "" })}
    />
  );
}
