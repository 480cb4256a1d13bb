import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Change } from "../events/details";
import classes from "./Changes.module.css";
import { absent, differencesOf, listDifference, type Difference } from "./difference";
import { fieldName } from "./fieldName";
import { FieldValue } from "./FieldValue";
import { ListValue } from "./ListValue";

function Sides({ difference: { path, from, to } }: { difference: Difference }) {
  const field = path.join(".");
  if ([from, to].some(Array.isArray) && [from, to].every((value) => Array.isArray(value) || absent(value))) {
    const [before, after] = [(from ?? []) as unknown[], (to ?? []) as unknown[]];
    const { gone, added } = listDifference(before, after);
    return (
      <>
        <Table.Td>
          <ListValue field={field} members={before} different={gone} side="before" />
        </Table.Td>
        <Table.Td>
          <ListValue field={field} members={after} different={added} side="after" />
        </Table.Td>
      </>
    );
  }
  return (
    <>
      <Table.Td>
        <FieldValue field={field} value={from} />
      </Table.Td>
      <Table.Td className={classes["after"]}>
        <FieldValue field={field} value={to} />
      </Table.Td>
    </>
  );
}

/** What was before and what is after, field by field. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation("logs");
  return (
    <Table className={classes["changes"]} verticalSpacing="xs" horizontalSpacing="sm" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("detail.field")}</Table.Th>
          <Table.Th>{t("detail.before")}</Table.Th>
          <Table.Th>{t("detail.after")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differencesOf(changes).map((difference) => (
          <Table.Tr key={difference.path.join(".")}>
            <Table.Th scope="row">{fieldName(t, difference.path)}</Table.Th>
            <Sides difference={difference} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
