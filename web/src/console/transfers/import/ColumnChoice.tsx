import { Box, Select, Text, TextInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFieldWord } from "../words";
import { columnAt, isBelow, isPlainPassword, KINDS, LEFT_OUT, type Column, type Kind } from "./file/columns";
import { GROUPS } from "./file/fields";
import classes from "./import.module.css";

/** Closed lists are not kept in the page: a table may have hundreds of columns. */
const CLOSED = { keepMounted: false, shadow: "md" } as const;

interface ColumnChoiceProps {
  name: string;
  /** Some of its values. */
  values: string[];
  column: Column;
  fault: "twice" | "nameless" | undefined;
  change: (column: Column) => void;
}

/** A column with some of its values, and the choice of what it is. */
export function ColumnChoice({ name, values, column, fault, change }: ColumnChoiceProps) {
  const { t } = useTranslation("transfers");
  return (
    <li className={classes["column"]}>
      <Box miw={0}>
        <Text size="sm" fw={550} truncate>
          {name.trim() || t("columns.unnamed")}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {values.join(" · ") || t("columns.empty")}
        </Text>
      </Box>
      <IconArrowRight size={18} className={classes["arrow"]} aria-hidden />
      <div className={classes["target"]} data-below={isBelow(column) || undefined}>
        <Target name={name} column={column} twice={fault === "twice"} change={change} />
        {isBelow(column) && <Below name={name} column={column} nameless={fault === "nameless"} change={change} />}
      </div>
    </li>
  );
}

interface TargetProps {
  name: string;
  column: Column;
  twice: boolean;
  change: (column: Column) => void;
}

function Target({ name, column, twice, change }: TargetProps) {
  const { t } = useTranslation("transfers");
  const fieldWord = useFieldWord();
  const groups = GROUPS.map((group) => ({
    group: t(`group.${group.name}`),
    items: group.fields.map((field) => ({ value: field, label: fieldWord(field) })),
  }));
  const isPassword = isPlainPassword(name) && column.target === "";
  return (
    <Select
      aria-label={t("columns.what", { column: name })}
      data={[{ value: "-", label: t("columns.skip") }, ...groups]}
      value={column.target || "-"}
      onChange={(value) => value && change(value === "-" ? LEFT_OUT : columnAt(name, value))}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t("common:list.noMatch")}
      allowDeselect={false}
      error={twice ? t("columns.twice") : undefined}
      description={isPassword ? t("columns.password") : undefined}
      comboboxProps={CLOSED}
    />
  );
}

interface BelowProps {
  name: string;
  column: Column;
  nameless: boolean;
  change: (column: Column) => void;
}

function Below({ name, column, nameless, change }: BelowProps) {
  const { t } = useTranslation("transfers");
  return (
    <>
      <TextInput
        aria-label={t("columns.path", { column: name })}
        value={column.path}
        onChange={(event) => change({ ...column, path: event.currentTarget.value })}
        error={nameless ? t("columns.nameless") : undefined}
      />
      <Select
        aria-label={t("columns.kind", { column: name })}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={column.kind}
        onChange={(kind) => kind && change({ ...column, kind: kind as Kind })}
        allowDeselect={false}
        comboboxProps={CLOSED}
      />
    </>
  );
}
