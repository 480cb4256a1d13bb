import { Paper, ScrollArea, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../../kit/notify";
import { useMay } from "../../../session/SessionContext";
import { Loaded } from "../form/Loaded";
import { useUserFields, type UserField } from "../queries";
import classes from "./Fields.module.css";
import { FieldRow } from "./FieldRow";

/** How the built-in fields of users are called, shown and offered (S0.L23.20). */
export function FieldsSection() {
  const { t } = useTranslation("settings");
  const fields = useUserFields();
  const notify = useNotify();
  const may = useMay("update:tenant_settings");
  async function change(name: string, changed: Partial<UserField>) {
    try {
      await fields.save({ name, ...changed });
    } catch (problem) {
      notify.failed(problem);
    }
  }
  return (
    <Loaded asked={fields}>
      {(rows) => (
        <Paper>
          <Text size="sm" c="dimmed" p="lg" pb="xs">
            {t("fields.text")}
          </Text>
          <ScrollArea type="auto" viewportProps={{ tabIndex: 0, "aria-label": t("section.fields"), role: "region" }}>
            <Table
              className={classes["table"]}
              aria-label={t("section.fields")}
              miw={720}
              verticalSpacing={6}
              horizontalSpacing="lg"
            >
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="32%">{t("fields.label")}</Table.Th>
                  <Table.Th>{t("fields.name")}</Table.Th>
                  <Table.Th>{t("fields.editable_by_user")}</Table.Th>
                  <Table.Th>{t("fields.visible_in_console")}</Table.Th>
                  <Table.Th>{t("fields.visible_in_personal_center")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((field) => (
                  <FieldRow key={field.name} field={field} may={may} change={change} />
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea>
        </Paper>
      )}
    </Loaded>
  );
}
