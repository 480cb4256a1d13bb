import { Badge, Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AddressTabs, type AddressTab } from "../../kit/AddressTabs";
import { Copyable } from "../../kit/Copy";
import { Page } from "../../kit/Page";
import { Problem } from "../../kit/states";
import { useMay } from "../../session/SessionContext";
import { RoleMembers } from "./members/RoleMembers";
import { RolePermissions } from "./permissions/RolePermissions";
import { useRole } from "./queries";
import { RoleSettings } from "./RoleSettings";

/** A role: its settings, what it permits, who has it. */
export function RolePage({ roleId }: { roleId: string }) {
  const { t } = useTranslation("roles");
  const { data: role, error, refetch } = useRole(roleId);
  const maySeeMembers = useMay("read:users", "read:role_members");
  const parent = { to: "/roles", label: t("title") };
  if (error) {
    return (
      <Page title={t("one")} parent={parent}>
        <Problem error={error} retry={() => void refetch()} />
      </Page>
    );
  }
  if (!role) {
    return (
      <Page title={t("one")} parent={parent}>
        <Stack>
          <Skeleton h={36} />
          <Skeleton h={340} radius="lg" />
        </Stack>
      </Page>
    );
  }
  const tabs: AddressTab[] = [
    { value: "settings", label: t("tab.settings"), content: <RoleSettings role={role} /> },
    { value: "permissions", label: t("tab.permissions"), content: <RolePermissions role={role} /> },
  ];
  if (maySeeMembers) tabs.push({ value: "members", label: t("tab.members"), content: <RoleMembers role={role} /> });
  return (
    <Page
      title={role.name}
      parent={parent}
      beside={role.is_default && <Badge>{t("default")}</Badge>}
      description={<Copyable text={role.id} what={t("id")} />}
    >
      <AddressTabs label={t("sections", { name: role.name })} tabs={tabs} />
    </Page>
  );
}
