import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Time } from "../../../../kit/Time";
import { formOf, type FieldName, type UserForm } from "./fields";
import type { Conflict } from "./useProfileForm";

interface ConflictNoticeProps {
  conflict: Conflict;
  /** What the form holds. */
  mine: UserForm;
  saving: boolean;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Tells that somebody else changed the user meanwhile, and asks whose version counts (S4.L10.17). */
export function ConflictNotice({ conflict, mine, saving, keepMine, takeTheirs }: ConflictNoticeProps) {
  const { t } = useTranslation("user");
  const { change, fields, newer } = conflict;
  const who = change && (change.details.actor.name || change.details.actor.id);
  const theirs = formOf(newer.user);
  return (
    <Alert color="yellow" icon={<IconUsers size={18} aria-hidden />} title={t("conflict.title")} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {who ? t("conflict.by", { who }) : t("conflict.somebody")}{" "}
          <Time value={change?.date ?? newer.user.updated_at} />.{" "}
          {fields.length > 0 ? t("conflict.both") : t("conflict.other")}
        </Text>
        {fields.length > 0 && (
          <List size="sm">
            {fields.map((field) => (
              <List.Item key={field}>
                <Text span size="sm" fw={550}>
                  {t(`field.${field}`)}
                </Text>
                {": "}
                <Difference mine={mine} theirs={theirs} field={field} />
              </List.Item>
            ))}
          </List>
        )}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={takeTheirs} disabled={saving}>
            {t("conflict.theirs")}
          </Button>
          <Button size="xs" onClick={keepMine} loading={saving}>
            {t("conflict.mine")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Difference({ mine, theirs, field }: { mine: UserForm; theirs: UserForm; field: FieldName }) {
  const { t } = useTranslation("user");
  const told = (value: string | boolean) => {
    if (typeof value === "boolean") return value ? t("on") : t("off");
    return value || t("nothing");
  };
  return <>{t("conflict.difference", { theirs: told(theirs[field]), mine: told(mine[field]) })}</>;
}
