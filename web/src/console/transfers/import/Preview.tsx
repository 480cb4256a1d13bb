import { Badge, Box, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "../../../kit/badges";
import { Person } from "../../../kit/Person";
import { DataTable } from "../../../kit/table/DataTable";
import type { Column } from "../../../kit/table/types";
import type { Entry } from "./file/objects";
import { personOf, restOf } from "./previewed";
import { useFieldWord } from "../words";

interface Row {
  number: number;
  entry: Entry;
}

/** The first entries of a file as people, before anything is sent. */
export function Preview({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation("transfers");
  const rest: Column<Row> = {
    id: "rest",
    header: t("preview.rest"),
    phone: false,
    render: ({ entry }) => <Rest entry={entry} />,
  };
  const columns: Column<Row>[] = [
    { id: "number", header: "#", width: "3.5rem", align: "right", render: ({ number }) => number, phone: false },
    { id: "person", header: t("preview.person"), render: ({ entry }) => <Who entry={entry} /> },
    { id: "account", header: t("preview.account"), width: "7.5rem", render: ({ entry }) => <Account entry={entry} /> },
    ...(entries.some(hasRest) ? [rest] : []),
  ];
  return (
    <DataTable
      label={t("preview.label")}
      columns={columns}
      rows={entries.map((entry, index) => ({ number: index + 1, entry }))}
      rowKey={({ number }) => String(number)}
      rowName={({ number }) => String(number)}
      empty={<Text c="dimmed">{t("preview.none")}</Text>}
    />
  );
}

function hasRest(entry: Entry): boolean {
  return "said" in entry && restOf(entry.said).length > 0;
}

function Who({ entry }: { entry: Entry }) {
  const { t } = useTranslation("transfers");
  if ("wrong" in entry) {
    return (
      <Text size="sm" c="var(--mantine-color-error)">
        {t(`preview.wrong.${entry.wrong}`, { column: entry.about })}
      </Text>
    );
  }
  return <Person user={personOf(entry.said)} />;
}

function Account({ entry }: { entry: Entry }) {
  const { t } = useTranslation("transfers");
  if ("wrong" in entry) return null;
  const { blocked, password_hash, custom_password_hash } = entry.said;
  return (
    <Box>
      <StatusBadge status={blocked === true ? "suspended" : "active"} />
      {(password_hash || custom_password_hash) !== undefined && (
        <Badge color="gray" mt={4}>
          {t("preview.password")}
        </Badge>
      )}
    </Box>
  );
}

function Rest({ entry }: { entry: Entry }) {
  const { t } = useTranslation("transfers");
  const fieldWord = useFieldWord();
  if ("wrong" in entry) return null;
  const word = (value: string | boolean) =>
    typeof value === "boolean" ? t(value ? "preview.yes" : "preview.no") : value;
  const parts = restOf(entry.said).map(([field, value]) =>
    t("preview.pair", { name: fieldWord(field), value: word(value) }),
  );
  return (
    <Text size="xs" c="dimmed" lineClamp={2}>
      {parts.join(" · ")}
    </Text>
  );
}
