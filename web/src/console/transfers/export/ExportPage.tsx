import { useTranslation } from "react-i18next";
import { Page } from "../../../kit/Page";
import { ExportForm } from "./ExportForm";

/** Takes users out into a file: which, as what, and with which fields. */
export function ExportPage() {
  const { t } = useTranslation("transfers");
  return (
    <Page
      title={t("export.title")}
      description={t("export.description")}
      parent={{ to: "/transfers", label: t("title") }}
    >
      <ExportForm />
    </Page>
  );
}
