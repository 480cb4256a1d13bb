import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconPencil, IconPlugConnected, IconPlus, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "../../../api/types";
import { apiAddress } from "../../../kit/addresses";
import { Bleed } from "../../../kit/Bleed";
import { Section } from "../../../kit/Section";
import { Empty } from "../../../kit/states";
import { DataTable } from "../../../kit/table/DataTable";
import { actionColumn, type RowAction } from "../../../kit/table/rowActions";
import type { Column } from "../../../kit/table/types";
import { useMay } from "../../../session/SessionContext";
import { useApis } from "../../apis/queries";
import { useGrants, type ClientGrant } from "../queries";
import { AddGrantDialog } from "./AddGrantDialog";
import { EditGrantDialog } from "./EditGrantDialog";
import { RemoveGrantDialog } from "./RemoveGrantDialog";

/** Which APIs an application may ask for, and which of their scopes. */
export function ApiAccess({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const clientId = application.client_id ?? "";
  const grants = useGrants(clientId);
  const mayCreate = useMay("create:client_grants") && !application.global;
  const [adding, { open, close }] = useDisclosure();
  const [editing, edit] = useState<ClientGrant>();
  const [removing, remove] = useState<ClientGrant>();
  const columns = useGrantColumns(application.global ? {} : { edit, remove });
  useHotkeys(mayCreate ? [["c", open]] : []);
  const add = mayCreate && (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t("access.add")}
    </Button>
  );
  return (
    <Section title={t("tab.apis")} description={t("access.text")} actions={add}>
      <Bleed>
        <DataTable
          label={t("tab.apis")}
          columns={columns}
          rows={grants.data}
          rowKey={(grant) => grant.id}
          rowName={(grant) => grant.audience}
          error={grants.error}
          retry={() => void grants.refetch()}
          empty={
            <Empty
              title={t("access.empty")}
              text={application.app_type === "non_interactive" ? t("access.emptyMachine") : t("access.emptyText")}
              icon={<IconPlugConnected size={22} />}
            />
          }
        />
      </Bleed>
      <AddGrantDialog application={application} grants={grants.data ?? []} opened={adding} onClose={close} />
      <EditGrantDialog grant={editing} onClose={() => edit(undefined)} />
      <RemoveGrantDialog grant={removing} name={application.name ?? ""} onClose={() => remove(undefined)} />
    </Section>
  );
}

interface Actions {
  edit?: (grant: ClientGrant) => void;
  remove?: (grant: ClientGrant) => void;
}

function useGrantColumns({ edit, remove }: Actions): Column<ClientGrant>[] {
  const { t } = useTranslation("applications");
  const mayEdit = useMay("update:client_grants");
  const mayRemove = useMay("delete:client_grants");
  const actions: RowAction<ClientGrant>[] = [];
  if (mayEdit && edit) {
    actions.push({ icon: IconPencil, label: (grant) => t("access.edit", { api: grant.audience }), act: edit });
  }
  if (mayRemove && remove) {
    actions.push({ icon: IconTrash, label: (grant) => t("access.remove", { api: grant.audience }), act: remove });
  }
  return [
    { id: "api", header: t("access.api"), render: (grant) => <ApiName grant={grant} /> },
    {
      id: "scopes",
      header: t("access.scopes"),
      width: "8rem",
      phone: false,
      render: (grant) => t("access.scopeCount", { count: grant.scope.length }),
    },
    ...actionColumn(t("actions"), actions),
  ];
}

function ApiName({ grant }: { grant: ClientGrant }) {
  const { t } = useTranslation("applications");
  const { data: apis } = useApis();
  const api = apis?.find(({ identifier }) => identifier === grant.audience);
  return (
    <>
      <Group gap="xs">
        <Anchor component={Link} to={apiAddress(api?.id ?? grant.audience)} size="sm" fw={550}>
          {api?.name ?? grant.audience}
        </Anchor>
        <Badge color="gray">{grant.subject_type === "user" ? t("subject.user") : t("subject.client")}</Badge>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {grant.audience}
      </Text>
    </>
  );
}
