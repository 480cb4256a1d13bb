import { Alert, Badge, Stack } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AddressTabs, type AddressTab } from "../../kit/AddressTabs";
import { Copyable } from "../../kit/Copy";
import { Page } from "../../kit/Page";
import { ThingPage } from "../../kit/ThingPage";
import { useMay } from "../../session/SessionContext";
import { ApiFacts } from "./ApiFacts";
import { ApiSettings } from "./ApiSettings";
import { DeleteApi } from "./DeleteApi";
import { useApiServer, type ResourceServer } from "./queries";
import { ScopesEditor } from "./scopes/ScopesEditor";

/** An API: how its tokens are, and its scopes. The Management API is shown, and stays as it is. */
export function ApiPage({ apiId }: { apiId: string }) {
  const { t } = useTranslation("apis");
  const parent = { to: "/apis", label: t("title") };
  const tabsOf = useTabs();
  return (
    <ThingPage asked={useApiServer(apiId)} title={t("one")} parent={parent}>
      {(api) => (
        <Page
          title={api.name}
          parent={parent}
          beside={api.is_system && <Badge variant="default">{t("system.badge")}</Badge>}
          description={<Copyable text={api.identifier} what={t("field.identifier")} />}
        >
          {api.is_system && (
            <Alert icon={<IconLock size={18} aria-hidden />} title={t("system.title")}>
              {t("system.text")}
            </Alert>
          )}
          <AddressTabs label={t("sections", { name: api.name })} tabs={tabsOf(api)} />
        </Page>
      )}
    </ThingPage>
  );
}

function useTabs(): (api: ResourceServer) => AddressTab[] {
  const { t } = useTranslation("apis");
  const mayUpdate = useMay("update:resource_servers");
  const mayDelete = useMay("delete:resource_servers");
  return (api) => {
    const disabled = api.is_system || !mayUpdate;
    const settings = (
      <Stack gap="lg" maw={900}>
        {disabled ? <ApiFacts api={api} /> : <ApiSettings api={api} />}
        {mayDelete && !api.is_system && <DeleteApi api={api} />}
      </Stack>
    );
    return [
      { value: "settings", label: t("tab.settings"), content: settings },
      { value: "scopes", label: t("tab.scopes"), content: <ScopesEditor api={api} disabled={disabled} /> },
    ];
  };
}
