import { Button } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";
import { userAddress } from "../../../kit/addresses";
import { Bleed } from "../../../kit/Bleed";
import { Person } from "../../../kit/Person";
import { Section } from "../../../kit/Section";
import { Empty } from "../../../kit/states";
import { DataTable } from "../../../kit/table/DataTable";
import { Pager } from "../../../kit/table/Pager";
import { actionColumn } from "../../../kit/table/rowActions";
import type { Column } from "../../../kit/table/types";
import { useCursorPages } from "../../../kit/useCursorPages";
import { useMay } from "../../../session/SessionContext";
import { PER_PAGE, useRoleCount, useRoleMembers, type RoleMember } from "../queries";
import { AddMembersDialog } from "./AddMembersDialog";
import { RemoveMemberDialog } from "./RemoveMemberDialog";

/** Who has a role. */
export function RoleMembers({ role }: { role: Role }) {
  const { t } = useTranslation("roles");
  const pages = useCursorPages(PER_PAGE);
  const members = useRoleMembers(role.id, pages.from);
  const { data: total } = useRoleCount(role.id, "users");
  const mayAdd = useMay("update:roles", "create:role_members");
  const mayRemove = useMay("update:users", "delete:role_members");
  const [adding, { open, close }] = useDisclosure();
  const [leaving, setLeaving] = useState<RoleMember>();
  useHotkeys(mayAdd ? [["c", open]] : []);
  const add = mayAdd && (
    <Button leftSection={<IconUserPlus size={16} />} onClick={open}>
      {t("members.add")}
    </Button>
  );
  return (
    <Section title={t("tab.members")} description={t("members.text")} actions={add}>
      <Bleed>
        <DataTable
          label={t("tab.members")}
          columns={useMemberColumns(mayRemove ? setLeaving : undefined)}
          rows={members.data?.users}
          rowKey={(member) => member.user_id}
          rowName={nameOfMember}
          rowLink={(member) => userAddress(member.user_id)}
          error={members.error}
          retry={() => void members.refetch()}
          stale={members.isPlaceholderData}
          empty={<Empty title={t("members.empty")} text={t("members.emptyText")} />}
        />
        {members.data && members.data.users.length > 0 && (
          <Pager {...pages.pager(members.data.users.length, members.data.next, total)} />
        )}
      </Bleed>
      <AddMembersDialog role={role} opened={adding} onClose={close} onDone={pages.restart} />
      <RemoveMemberDialog role={role} member={leaving} onClose={() => setLeaving(undefined)} />
    </Section>
  );
}

function nameOfMember(member: RoleMember): string {
  return member.name || member.email || member.user_id;
}

function useMemberColumns(remove: ((member: RoleMember) => void) | undefined): Column<RoleMember>[] {
  const { t } = useTranslation("roles");
  const label = (member: RoleMember) => t("members.removeWho", { name: nameOfMember(member) });
  return [
    { id: "name", header: t("members.name"), render: (member) => <Person user={member} /> },
    { id: "id", header: t("members.id"), width: "19rem", phone: false, render: (member) => member.user_id },
    ...actionColumn<RoleMember>(t("actions"), remove ? [{ icon: IconUserMinus, label, act: remove }] : []),
  ];
}
