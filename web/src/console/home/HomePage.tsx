import { useTranslation } from "react-i18next";
import { Page } from "../../kit/Page";
import { useMay, useSession } from "../../session/SessionContext";
import { Charts } from "./Charts";
import { FirstSteps } from "./FirstSteps";
import { KeyFigures } from "./KeyFigures";
import { QuickActions } from "./QuickActions";
import { RecentEvents } from "./RecentEvents";

/** The tenant at a glance: how many users, how they come and go, what happened last. */
export function HomePage() {
  const { t } = useTranslation("home");
  const { configuration } = useSession();
  const mayStats = useMay("read:stats");
  const mayLogs = useMay("read:logs");
  return (
    <Page
      title={t("title")}
      description={t("description", { tenant: configuration.tenantName })}
      actions={<QuickActions />}
    >
      <FirstSteps />
      <KeyFigures />
      {mayStats && <Charts />}
      {mayLogs && <RecentEvents />}
    </Page>
  );
}
