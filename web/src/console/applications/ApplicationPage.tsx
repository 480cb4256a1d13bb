import { Alert, Badge, Stack } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Application } from "../../api/types";
import { AddressTabs, type AddressTab } from "../../kit/AddressTabs";
import { Copyable } from "../../kit/Copy";
import { Page } from "../../kit/Page";
import { ThingPage } from "../../kit/ThingPage";
import { useMay } from "../../session/SessionContext";
import { ApiAccess } from "./access/ApiAccess";
import { ApplicationPicture } from "./ApplicationPicture";
import { DeleteApplication } from "./DeleteApplication";
import { SignedIn } from "./people/SignedIn";
import { useApplication } from "./queries";
import { QuickStart } from "./quickstart/QuickStart";
import { useForgetOnLeaving } from "./secret/freshSecret";
import { SecretTab } from "./secret/SecretTab";
import { ApplicationFacts } from "./settings/ApplicationFacts";
import { ApplicationSettings } from "./settings/ApplicationSettings";

/** An application: how to begin with it, its settings, its secret, what it may do, who is signed in to it. */
export function ApplicationPage({ clientId }: { clientId: string }) {
  const { t } = useTranslation("applications");
  useForgetOnLeaving(clientId);
  const tabsOf = useTabs();
  const parent = { to: "/applications", label: t("title") };
  return (
    <ThingPage asked={useApplication(clientId)} title={t("one")} parent={parent}>
      {(application) => (
        <Page
          title={application.name ?? ""}
          parent={parent}
          before={<ApplicationPicture application={application} size={52} />}
          beside={<Badge variant="default">{t(`type.${application.app_type ?? "regular_web"}.name`)}</Badge>}
          description={<Copyable text={clientId} what={t("field.clientId")} />}
        >
          {application.global && (
            <Alert icon={<IconLock size={18} aria-hidden />} title={t("system.title")}>
              {t("system.text")}
            </Alert>
          )}
          <AddressTabs label={t("sections", { name: application.name })} tabs={tabsOf(application)} />
        </Page>
      )}
    </ThingPage>
  );
}

function useTabs(): (application: Application) => AddressTab[] {
  const { t } = useTranslation("applications");
  const mayUpdate = useMay("update:clients");
  const mayRotate = useMay("update:client_keys");
  const mayDelete = useMay("delete:clients");
  const maySeeGrants = useMay("read:client_grants", "read:resource_servers");
  const maySeeSessions = useMay("read:users", "read:sessions");
  return (application) => {
    const isSystem = application.global === true;
    const isMachine = application.app_type === "non_interactive";
    const isConfidential = application.token_endpoint_auth_method !== "none";
    const settings = (
      <Stack gap="lg" maw={900}>
        {isSystem || !mayUpdate ? (
          <ApplicationFacts application={application} />
        ) : (
          <ApplicationSettings application={application} />
        )}
        {mayDelete && !isSystem && <DeleteApplication application={application} />}
      </Stack>
    );
    const tabs: (AddressTab | false)[] = [
      !isSystem && { value: "start", label: t("tab.start"), content: <QuickStart application={application} /> },
      { value: "settings", label: t("tab.settings"), content: settings },
      !isSystem &&
        isConfidential &&
        mayRotate && { value: "secret", label: t("tab.secret"), content: <SecretTab application={application} /> },
      maySeeGrants && { value: "apis", label: t("tab.apis"), content: <ApiAccess application={application} /> },
      maySeeSessions &&
        !isMachine && { value: "users", label: t("tab.users"), content: <SignedIn application={application} /> },
    ];
    return tabs.filter((tab) => tab !== false);
  };
}
