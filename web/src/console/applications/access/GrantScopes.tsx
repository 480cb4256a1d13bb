import { ScrollArea, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScopeChecklist } from "../../../kit/ScopeChecklist";
import { SearchField } from "../../../kit/SearchField";
import type { ResourceServer } from "../../apis/queries";

interface GrantScopesProps {
  api: ResourceServer;
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
}

/** The scopes of an API that a grant may hold. */
export function GrantScopes({ api, chosen, onChange }: GrantScopesProps) {
  const { t } = useTranslation("applications");
  const [search, setSearch] = useState("");
  return (
    <Stack gap="sm">
      {api.scopes.length > 8 && (
        <SearchField label={t("access.search")} value={search} onChange={setSearch} wait={0} hotkey={false} wide />
      )}
      <ScrollArea.Autosize mah="40dvh" type="auto" offsetScrollbars="present">
        <ScopeChecklist scopes={api.scopes} chosen={chosen} onChange={onChange} search={search} />
      </ScrollArea.Autosize>
    </Stack>
  );
}
