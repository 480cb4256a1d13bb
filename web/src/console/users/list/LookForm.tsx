import { Checkbox, SegmentedControl, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CHOOSABLE } from "./columns";

/** What the form is about. */
export interface LookProps {
  columns: string[];
  onColumns: (columns: string[]) => void;
  dense: boolean;
  onDensity: (density: "comfortable" | "compact") => void;
}

/** Which columns stand in the list, and how close its rows; each choice is taken at once. */
export default function LookForm({ columns, onColumns, dense, onDensity }: LookProps) {
  const { t } = useTranslation("users");
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("list.density")}
        data={[
          { value: "comfortable", label: t("list.comfortable") },
          { value: "compact", label: t("list.compact") },
        ]}
        value={dense ? "compact" : "comfortable"}
        onChange={(value) => onDensity(value === "compact" ? "compact" : "comfortable")}
      />
      <Text size="xs" fw={600} c="dimmed" aria-hidden>
        {t("list.columns")}
      </Text>
      <Checkbox.Group aria-label={t("list.columns")} value={columns} onChange={onColumns}>
        <Stack gap={8}>
          {CHOOSABLE.map((id) => (
            <Checkbox key={id} size="xs" value={id} label={t(`list.column.${id}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}
