import { Checkbox, ScrollArea, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../../../kit/SearchField";
import { Problem } from "../../../../kit/states";
import { useRoleSearch } from "../queries/roles";

interface RolePickerProps {
  /** Those that cannot be chosen any more. */
  given?: ReadonlySet<string>;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Roles to choose from, by their names. */
export function RolePicker({ given, chosen, onChange }: RolePickerProps) {
  const { t } = useTranslation("user");
  const [asked, setAsked] = useState("");
  const { data: roles, error, refetch } = useRoleSearch(asked);
  return (
    <Stack gap="sm">
      <SearchField label={t("roles.search")} value={asked} onChange={setAsked} hotkey={false} wide />
      {error && !roles && <Problem error={error} retry={() => void refetch()} />}
      {!roles && !error && <Skeleton h={120} />}
      {roles?.length === 0 && (
        <Text size="sm" c="dimmed">
          {asked ? t("common:list.noMatch") : t("roles.none")}
        </Text>
      )}
      <ScrollArea.Autosize mah={260} type="auto" offsetScrollbars="present">
        <Checkbox.Group value={chosen} onChange={onChange} aria-label={t("roles.title")}>
          <Stack gap="xs" p={2} pe="xs">
            {roles?.map((role) => (
              <Checkbox
                key={role.id}
                value={role.id}
                label={role.name}
                description={given?.has(role.id) ? t("roles.has") : role.description || undefined}
                disabled={given?.has(role.id)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
    </Stack>
  );
}
