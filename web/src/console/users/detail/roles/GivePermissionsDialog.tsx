import { ScrollArea, Select, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApis } from "../../../apis/queries";
import { ConfirmDialog } from "../../../../kit/ConfirmDialog";
import { useNotify } from "../../../../kit/notify";
import { nameOf } from "../../../../kit/Person";
import { ScopeChecklist } from "../../../../kit/ScopeChecklist";
import { SearchField } from "../../../../kit/SearchField";
import { useGivePermissions, type UserPermission } from "../queries/roles";
import { useShownUser } from "../ShownUser";

interface GivePermissionsDialogProps {
  opened: boolean;
  onClose: () => void;
  /** What the user has, by roles or without. */
  given: UserPermission[];
}

/** Gives a user permissions of an API without a role. */
export function GivePermissionsDialog({ opened, onClose, given }: GivePermissionsDialogProps) {
  const { t } = useTranslation("user");
  const { user, userId } = useShownUser();
  const [identifier, choose] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState("");
  const { data } = useApis(opened);
  const give = useGivePermissions(userId);
  const { done } = useNotify();
  const apis = (data ?? []).filter((one) => !one.is_system);
  const api = apis.find((one) => one.identifier === identifier) ?? (apis.length === 1 ? apis[0] : undefined);
  const direct = given.filter(
    (one) =>
      one.resource_server_identifier === api?.identifier &&
      one.sources.some(({ source_type: type }) => type === "DIRECT"),
  );
  const scopes = (api?.scopes ?? []).map(({ value, description }) => ({ value, description: description ?? "" }));
  function change(next: string | null) {
    choose(next ?? undefined);
    setChosen(new Set());
  }
  function close() {
    change(null);
    setSearch("");
    onClose();
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t("permissions.giveTitle", { name: nameOf(user) })}
      action={t("permissions.giveCount", { count: chosen.size })}
      ready={chosen.size > 0}
      onConfirm={async () => {
        const resource_server_identifier = api?.identifier ?? "";
        await give.mutateAsync([...chosen].map((permission_name) => ({ resource_server_identifier, permission_name })));
        done(t("permissions.given", { count: chosen.size, name: nameOf(user) }));
      }}
    >
      <Text size="sm">{t("permissions.giveText")}</Text>
      <Select
        label={t("permissions.api")}
        placeholder={t("permissions.chooseApi")}
        data={apis.map((one) => ({ value: one.identifier, label: one.name }))}
        value={api?.identifier ?? null}
        onChange={change}
        nothingFoundMessage={t("permissions.noApi")}
        searchable
        allowDeselect={false}
      />
      {scopes.length > 10 && (
        <SearchField label={t("permissions.search")} value={search} onChange={setSearch} wait={0} hotkey={false} wide />
      )}
      {api && scopes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("permissions.noScopes")}
        </Text>
      )}
      {scopes.length > 0 && (
        <ScrollArea.Autosize mah={280} type="auto" offsetScrollbars="present">
          <ScopeChecklist
            scopes={scopes}
            chosen={chosen}
            onChange={setChosen}
            given={new Set(direct.map((one) => one.permission_name))}
            search={search}
          />
        </ScrollArea.Autosize>
      )}
    </ConfirmDialog>
  );
}
