import { useTranslation } from "react-i18next";
import { Page } from "../../kit/Page";

/** Stands here until the room is built. */
export function Placeholder() {
  const { t } = useTranslation("shell");
  return <Page title={t("roles")}>…</Page>;
}
