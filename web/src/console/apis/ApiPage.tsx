import { Alert, Badge, Skeleton, Stack } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AddressTabs } from "../../kit/AddressTabs";
import { Copyable } from "../../kit/Copy";
import { Page } from "../../kit/Page";
import { Problem } from "../../kit/states";
import { useMay } from "../../session/SessionContext";
import { ApiFacts } from "./ApiFacts";
import { ApiSettings } from "./ApiSettings";
import { DeleteApi } from "./DeleteApi";
import { useApiServer } from "./queries";
import { ScopesEditor } from "./scopes/ScopesEditor";

/** An API: how its tokens are, and its scopes. The Management API is shown, and stays as it is. */
export function ApiPage({ apiId }: { apiId: string }) {
  const { t } = useTranslation("apis");
  const { data: api, error, refetch } = useApiServer(apiId);
  const mayUpdate = useMay("update:resource_servers");
  const mayDelete = useMay("delete:resource_servers");
  const parent = { to: "/apis", label: t("title") };
  if (error) {
    return (
      <Page title={t("one")} parent={parent}>
        <Problem error={error} retry={() => void refetch()} />
      </Page>
    );
  }
  if (!api) {
    return (
      <Page title={t("one")} parent={parent}>
        <Stack>
          <Skeleton h={36} />
          <Skeleton h={420} radius="lg" />
        </Stack>
      </Page>
    );
  }
  const disabled = api.is_system || !mayUpdate;
  const settings = (
    <Stack gap="lg" maw={900}>
      {disabled ? <ApiFacts api={api} /> : <ApiSettings api={api} />}
      {mayDelete && !api.is_system && <DeleteApi api={api} />}
    </Stack>
  );
  return (
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
      <AddressTabs
        label={t("sections", { name: api.name })}
        tabs={[
          { value: "settings", label: t("tab.settings"), content: settings },
          { value: "scopes", label: t("tab.scopes"), content: <ScopesEditor api={api} disabled={disabled} /> },
        ]}
      />
    </Page>
  );
}
