import { Box, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { tellText } from "../../../api/refusals/refusals";
import type { Column } from "../../../kit/table/types";
import { useFormat } from "../../../words/format";
import { useFieldWord } from "../words";
import classes from "./errors.module.css";
import type { ErrorRow } from "./errorRows";

/** The codes that have words; the table falls back to the API's own message alone. */
const KNOWN = [
  "ANY_OF_MISSING",
  "CONFLICT",
  "CONFLICT_EMAIL",
  "CONFLICT_USERNAME",
  "DUPLICATED_USER",
  "ENUM_MISMATCH",
  "FORMAT",
  "INVALID_TYPE",
  "MAX_LENGTH",
  "MFA_FACTORS_FAILED",
  "MIN_LENGTH",
  "NOT_PASSED",
  "OBJECT_REQUIRED",
  "PATTERN",
  "PROFILE_SIZE_EXCEEDED",
];

/** A problem's code in words. */
export function useCodeWord(): (code: string) => string {
  const { t } = useTranslation("transfers");
  return (code) => t(`errors.code.${KNOWN.includes(code) ? code : "OTHER"}`);
}

/** The columns of the error table. */
export function useErrorColumns(): Column<ErrorRow>[] {
  const { t } = useTranslation("transfers");
  const format = useFormat();
  const position: Column<ErrorRow> = {
    id: "position",
    header: t("errors.position"),
    width: "4.5rem",
    align: "right",
    render: (row) => format.number(row.number),
  };
  return [
    position,
    { id: "entry", header: t("errors.entry"), width: "34%", render: (row) => <Who row={row} /> },
    {
      id: "wrong",
      header: t("errors.wrong"),
      render: (row) => (
        <Stack gap={6}>
          {row.faults.map((fault) => (
            <What key={`${fault.code} ${fault.path} ${fault.message}`} fault={fault} />
          ))}
        </Stack>
      ),
    },
  ];
}

function Who({ row }: { row: ErrorRow }) {
  const { t } = useTranslation("transfers");
  return (
    <Box className={classes["wrapped"]}>
      <Text size="sm" fw={550} c={row.name ? undefined : "dimmed"}>
        {row.name || t("errors.nameless")}
      </Text>
      {row.second && (
        <Text size="xs" c="dimmed">
          {row.second}
        </Text>
      )}
    </Box>
  );
}

function What({ fault }: { fault: ErrorRow["faults"][number] }) {
  const codeWord = useCodeWord();
  const fieldWord = useFieldWord();
  return (
    <div className={classes["wrapped"]}>
      <Text size="sm" fw={550}>
        {fault.path ? `${fieldWord(fault.path)}: ${codeWord(fault.code)}` : codeWord(fault.code)}
      </Text>
      <Text size="xs" c="dimmed">
        {tellText(fault.message, fault.path)}
      </Text>
    </div>
  );
}
