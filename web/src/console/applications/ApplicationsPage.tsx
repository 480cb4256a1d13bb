import { Button, Group, Paper, Select } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconApps, IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { applicationAddress } from "../../kit/addresses";
import { Page } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { Empty } from "../../kit/states";
import { DataTable } from "../../kit/table/DataTable";
import { Pager } from "../../kit/table/Pager";
import { matching, useLocalPages } from "../../kit/useLocalPages";
import { useMay } from "../../session/SessionContext";
import { useApplicationColumns } from "./applicationColumns";
import { TYPES, useApplications } from "./queries";

/** All applications, found by name or client id. */
export function ApplicationsPage() {
  const { t } = useTranslation("applications");
  const { q = "", type = "" } = useSearch({ strict: false }) as { q?: string; type?: string };
  const navigate = useNavigate();
  const applications = useApplications();
  const mayCreate = useMay("create:clients");
  useHotkeys(mayCreate ? [["c", () => void navigate({ to: "/applications/new" })]] : []);
  const ofType = type ? applications.data?.filter((each) => each.app_type === type) : applications.data;
  const { part, pager } = useLocalPages(matching(ofType, q, (each) => [each.name, each.client_id, each.description]));
  const view = (search: { q?: string; type?: string }) =>
    void navigate({ to: ".", search: { q, type, ...search }, replace: true });
  const create = mayCreate && (
    <Button component={Link} to="/applications/new" leftSection={<IconPlus size={16} />}>
      {t("create.open")}
    </Button>
  );
  return (
    <Page title={t("title")} description={t("description")} actions={create}>
      <Group gap="sm">
        <SearchField label={t("search")} value={q} onChange={(text) => view({ q: text })} />
        <Select
          aria-label={t("column.type")}
          placeholder={t("allTypes")}
          clearable
          data={TYPES.map((value) => ({ value, label: t(`type.${value}.name`) }))}
          value={type || null}
          onChange={(value) => view({ type: value ?? "" })}
          w={{ base: "100%", xs: 240 }}
        />
      </Group>
      <Paper>
        <DataTable
          label={t("title")}
          columns={useApplicationColumns()}
          rows={part}
          rowKey={(each) => each.client_id ?? ""}
          rowName={(each) => each.name ?? ""}
          rowLink={(each) => applicationAddress(each.client_id ?? "")}
          error={applications.error}
          retry={() => void applications.refetch()}
          empty={
            <Empty
              title={t("common:list.noMatch")}
              text={t("common:list.noMatchText")}
              icon={<IconApps size={22} />}
              action={create}
            />
          }
        />
        {pager && <Pager {...pager} />}
      </Paper>
    </Page>
  );
}
