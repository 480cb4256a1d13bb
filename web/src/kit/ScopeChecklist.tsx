import { Box, Checkbox, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { matching } from "./useLocalPages";

/** How many are shown at once; a search leads to the others. */
const SHOWN = 60;

interface Scope {
  value: string;
  description: string;
}

interface ScopeChecklistProps {
  scopes: Scope[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
  /** Those that are there already: shown, and not to be chosen. */
  given?: ReadonlySet<string>;
  search?: string;
}

const NONE: ReadonlySet<string> = new Set();

/** Scopes of an API to choose from. */
export function ScopeChecklist({ scopes, chosen, onChange, given = NONE, search = "" }: ScopeChecklistProps) {
  const { t } = useTranslation("apis");
  const found = matching(scopes, search, (scope) => [scope.value, scope.description]) ?? [];
  const free = found.filter(({ value }) => !given.has(value));
  const all = free.length > 0 && free.every(({ value }) => chosen.has(value));
  function change(values: string[], add: boolean) {
    const next = new Set(chosen);
    for (const value of values) {
      if (add) next.add(value);
      else next.delete(value);
    }
    onChange(next);
  }
  return (
    <Stack gap="xs" pe="xs">
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t("picker.chosen", { count: chosen.size })}
        </Text>
        {free.length > 1 && (
          <UnstyledButton
            fz="xs"
            c="var(--room-accent-text)"
            onClick={() =>
              change(
                free.map((s) => s.value),
                !all,
              )
            }
          >
            {all ? t("picker.none") : t("picker.all", { count: free.length })}
          </UnstyledButton>
        )}
      </Group>
      {found.slice(0, SHOWN).map(({ value, description }) => (
        <Checkbox
          key={value}
          checked={given.has(value) || chosen.has(value)}
          disabled={given.has(value)}
          onChange={(event) => change([value], event.currentTarget.checked)}
          label={value}
          description={given.has(value) ? t("picker.given") : description || undefined}
        />
      ))}
      {found.length > SHOWN && (
        <Box fz="xs" c="dimmed">
          {t("picker.more", { count: found.length - SHOWN })}
        </Box>
      )}
      {found.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("common:list.noMatch")}
        </Text>
      )}
    </Stack>
  );
}
