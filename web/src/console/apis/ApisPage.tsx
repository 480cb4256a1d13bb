import { Badge, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { apiAddress } from "../../kit/addresses";
import { ListPage } from "../../kit/ListPage";
import type { Column } from "../../kit/table/types";
import { matching, useLocalPages } from "../../kit/useLocalPages";
import { useMay } from "../../session/SessionContext";
import { useFormat } from "../../words/format";
import { CreateApiDialog } from "./CreateApiDialog";
import { useApis, type ResourceServer } from "./queries";

/** All APIs that tokens are for. */
export function ApisPage() {
  const { q = "" } = useSearch({ strict: false }) as { q?: string };
  const apis = useApis();
  const mayCreate = useMay("create:resource_servers");
  const [creating, { open, close }] = useDisclosure();
  const { part, pager } = useLocalPages(matching(apis.data, q, (api) => [api.name, api.identifier]));
  return (
    <ListPage
      room="apis"
      create={mayCreate ? open : undefined}
      columns={useApiColumns()}
      rows={part}
      rowKey={(api) => api.id}
      rowName={(api) => api.name}
      rowLink={(api) => apiAddress(api.id)}
      error={apis.error}
      retry={() => void apis.refetch()}
      pager={pager}
    >
      <CreateApiDialog opened={creating} onClose={close} />
    </ListPage>
  );
}

function useApiColumns(): Column<ResourceServer>[] {
  const { t } = useTranslation("apis");
  const format = useFormat();
  return [
    { id: "name", header: t("column.name"), render: (api) => <ApiName api={api} /> },
    {
      id: "policies",
      header: t("column.policies"),
      width: "14rem",
      phone: false,
      render: (api) => (api.enforce_policies ? t("policies.on") : t("policies.off")),
    },
    {
      id: "scopes",
      header: t("column.scopes"),
      width: "7rem",
      align: "right",
      phone: false,
      render: (api) => format.number(api.scopes.length),
    },
  ];
}

function ApiName({ api }: { api: ResourceServer }) {
  const { t } = useTranslation("apis");
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" fw={550} truncate>
          {api.name}
        </Text>
        {api.is_system && <Badge color="gray">{t("system.badge")}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {api.identifier}
      </Text>
    </>
  );
}
