import { Modal, ScrollArea, Skeleton } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";
import { DialogForm } from "../../../kit/DialogForm";
import { useNotify } from "../../../kit/notify";
import { SearchField } from "../../../kit/SearchField";
import { Problem } from "../../../kit/states";
import { useApis } from "../../apis/queries";
import { useAddPermissions, type PermissionName } from "../changes";
import { ApiGroups, type Picked } from "./ApiGroups";

interface AddPermissionsProps {
  role: Role;
  /** What it permits already. */
  given: PermissionName[];
  opened: boolean;
  onClose: () => void;
}

/** Lets a role permit more: scopes of all APIs to choose from. */
export function AddPermissionsDialog(props: AddPermissionsProps) {
  const { t } = useTranslation("roles");
  const title = t("permissions.addTo", { name: props.role.name });
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={title} size="lg">
      <AddPermissionsForm {...props} />
    </Modal>
  );
}

function AddPermissionsForm({ role, given, onClose }: AddPermissionsProps) {
  const { t } = useTranslation("roles");
  const notify = useNotify();
  const apis = useApis();
  const add = useAddPermissions(role.id);
  const [search, setSearch] = useState("");
  const [picked, setPicked] = useState<Picked>(new Map());
  const names = [...picked].flatMap(([resource_server_identifier, scopes]) =>
    [...scopes].map((permission_name) => ({ resource_server_identifier, permission_name })),
  );
  async function submit(event: FormEvent) {
    event.preventDefault();
    await add.mutateAsync(names);
    notify.done(t("permissions.added", { count: names.length }));
    onClose();
  }
  return (
    <DialogForm
      onSubmit={(event) => void submit(event).catch(() => undefined)}
      onClose={onClose}
      action={t("permissions.addCount", { count: names.length })}
      working={add.isPending}
      error={add.error}
      ready={names.length > 0}
    >
      <SearchField label={t("permissions.search")} value={search} onChange={setSearch} wait={0} hotkey={false} wide />
      {apis.error && <Problem error={apis.error} retry={() => void apis.refetch()} />}
      {apis.isPending && <Skeleton h={240} />}
      {apis.data && (
        <ScrollArea.Autosize mah="50dvh" type="auto" offsetScrollbars="present">
          {/* The Management API is opened by the platform role alone. */}
          <ApiGroups
            apis={apis.data.filter((api) => !api.is_system)}
            given={given}
            picked={picked}
            onChange={setPicked}
            search={search}
          />
        </ScrollArea.Autosize>
      )}
    </DialogForm>
  );
}
