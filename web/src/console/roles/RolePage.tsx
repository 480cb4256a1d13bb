import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { AddressTabs, type AddressTab } from "../../kit/AddressTabs";
import { Copyable } from "../../kit/Copy";
import { Page } from "../../kit/Page";
import { ThingPage } from "../../kit/ThingPage";
import { useMay } from "../../session/SessionContext";
import { RoleMembers } from "./members/RoleMembers";
import { RolePermissions } from "./permissions/RolePermissions";
import { useRole } from "./queries";
import { RoleSettings } from "./RoleSettings";

/** A role: its settings, what it permits, who has it. */
export function RolePage({ roleId }: { roleId: string }) {
  const { t } = useTranslation("roles");
  const parent = { to: "/roles", label: t("title") };
  const tabsOf = useTabs();
  return (
    <ThingPage asked={useRole(roleId)} title={t("one")} parent={parent}>
      {(role) => (
        <Page
          title={role.name}
          parent={parent}
          beside={role.is_default && <Badge>{t("default")}</Badge>}
          description={<Copyable text={role.id} what={t("id")} />}
        >
          <AddressTabs label={t("sections", { name: role.name })} tabs={tabsOf(role)} />
        </Page>
      )}
    </ThingPage>
  );
}

function useTabs(): (role: Role) => AddressTab[] {
  const { t } = useTranslation("roles");
  const maySeeMembers = useMay("read:users", "read:role_members");
  return (role) => [
    { value: "settings", label: t("tab.settings"), content: <RoleSettings role={role} /> },
    { value: "permissions", label: t("tab.permissions"), content: <RolePermissions role={role} /> },
    ...(maySeeMembers ? [{ value: "members", label: t("tab.members"), content: <RoleMembers role={role} /> }] : []),
  ];
}
