import { Code, Stack, Text } from "@mantine/core";
import { IconListDetails, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bleed } from "../../../kit/Bleed";
import { SearchField } from "../../../kit/SearchField";
import { Section } from "../../../kit/Section";
import { Empty } from "../../../kit/states";
import { DataTable } from "../../../kit/table/DataTable";
import { Pager } from "../../../kit/table/Pager";
import { actionColumn } from "../../../kit/table/rowActions";
import type { Column } from "../../../kit/table/types";
import { matching, useLocalPages } from "../../../kit/useLocalPages";
import type { ResourceServer, Scope } from "../queries";
import { AddScope } from "./AddScope";
import { EditScopeDialog } from "./EditScopeDialog";
import { RemoveScopeDialog } from "./RemoveScopeDialog";

/** An API's scopes: adds, describes, removes them, each at once. */
export function ScopesEditor({ api, disabled }: { api: ResourceServer; disabled: boolean }) {
  const { t } = useTranslation("apis");
  const [search, setSearch] = useState("");
  const [editing, edit] = useState<Scope>();
  const [removing, remove] = useState<Scope>();
  const { part, pager, several } = useLocalPages(
    matching(api.scopes, search, (scope) => [scope.value, scope.description]),
  );
  const columns = useScopeColumns(disabled ? undefined : { edit, remove });
  return (
    <Section title={t("tab.scopes")} description={t("scopes.text")}>
      <Stack>
        {!disabled && <AddScope api={api} />}
        {api.scopes.length > 8 && (
          <SearchField label={t("scopes.search")} value={search} onChange={setSearch} wait={0} />
        )}
        <Bleed>
          <DataTable
            label={t("tab.scopes")}
            columns={columns}
            rows={part}
            rowKey={(scope) => scope.value}
            rowName={(scope) => scope.value}
            empty={
              search ? (
                <Empty title={t("common:list.noMatch")} text={t("noMatch", { text: search })} />
              ) : (
                <Empty title={t("scopes.empty")} text={t("scopes.emptyText")} icon={<IconListDetails size={22} />} />
              )
            }
          />
          {several && pager && <Pager {...pager} />}
        </Bleed>
      </Stack>
      <EditScopeDialog api={api} scope={editing} onClose={() => edit(undefined)} />
      <RemoveScopeDialog api={api} scope={removing} onClose={() => remove(undefined)} />
    </Section>
  );
}

interface Actions {
  edit: (scope: Scope) => void;
  remove: (scope: Scope) => void;
}

function useScopeColumns(actions: Actions | undefined): Column<Scope>[] {
  const { t } = useTranslation("apis");
  return [
    {
      id: "value",
      header: t("scopes.scope"),
      render: (scope) => (
        <Stack gap={4} align="flex-start">
          <Code>{scope.value}</Code>
          <Text size="xs" c="dimmed" hiddenFrom="sm">
            {scope.description}
          </Text>
        </Stack>
      ),
    },
    { id: "description", header: t("scopes.description"), phone: false, render: (scope) => scope.description || "–" },
    ...actionColumn<Scope>(
      t("actions"),
      actions
        ? [
            { icon: IconPencil, label: (scope) => t("scopes.edit", { scope: scope.value }), act: actions.edit },
            { icon: IconTrash, label: (scope) => t("scopes.remove", { scope: scope.value }), act: actions.remove },
          ]
        : [],
    ),
  ];
}
