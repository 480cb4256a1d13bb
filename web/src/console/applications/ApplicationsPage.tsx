import { Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { applicationAddress } from "../../kit/addresses";
import { ListPage } from "../../kit/ListPage";
import { matching, useLocalPages } from "../../kit/useLocalPages";
import { useMay } from "../../session/SessionContext";
import { useApplicationColumns } from "./applicationColumns";
import { TYPES, useApplications } from "./queries";

/** All applications, found by name or client id. */
export function ApplicationsPage() {
  const { q = "", type = "" } = useSearch({ strict: false }) as { q?: string; type?: string };
  const applications = useApplications();
  const mayCreate = useMay("create:clients");
  const ofType = type ? applications.data?.filter((each) => each.app_type === type) : applications.data;
  const { part, pager } = useLocalPages(matching(ofType, q, (each) => [each.name, each.client_id, each.description]));
  return (
    <ListPage
      room="applications"
      create={mayCreate ? "/applications/new" : undefined}
      filters={<TypeFilter type={type} />}
      filtered={type !== ""}
      columns={useApplicationColumns()}
      rows={part}
      rowKey={(each) => each.client_id ?? ""}
      rowName={(each) => each.name ?? ""}
      rowLink={(each) => applicationAddress(each.client_id ?? "")}
      error={applications.error}
      retry={() => void applications.refetch()}
      pager={pager}
    />
  );
}

function TypeFilter({ type }: { type: string }) {
  const { t } = useTranslation("applications");
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <Select
      aria-label={t("column.type")}
      placeholder={t("allTypes")}
      clearable
      data={TYPES.map((value) => ({ value, label: t(`type.${value}.name`) }))}
      value={type || null}
      onChange={(value) => void navigate({ to: ".", search: { ...search, type: value ?? "" }, replace: true })}
      w={{ base: "100%", xs: 240 }}
    />
  );
}
