import { Stack } from "@mantine/core";
import { Navigate, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../kit/Page";
import { Empty } from "../../kit/states";
import { useSession } from "../../session/SessionContext";
import { FieldsSection } from "./fields/FieldsSection";
import { GeneralSection } from "./GeneralSection";
import { MethodsSection } from "./methods/MethodsSection";
import { RegistrationSection } from "./methods/RegistrationSection";
import { PagesSection } from "./PagesSection";
import { sections } from "./sections";
import { SectionMenu } from "./SectionMenu";
import { BlocksSection } from "./security/BlocksSection";
import { SecuritySection } from "./security/SecuritySection";
import { SessionsSection } from "./SessionsSection";
import classes from "./Settings.module.css";
import { VerificationSection } from "./VerificationSection";

const CONTENT: Record<string, ReactNode> = {
  methods: <MethodsSection />,
  registration: <RegistrationSection />,
  verification: <VerificationSection />,
  security: <SecuritySection />,
  addresses: <BlocksSection />,
  sessions: <SessionsSection />,
  pages: <PagesSection />,
  fields: <FieldsSection />,
  general: <GeneralSection />,
};

/** "Login & auth": how people sign in, and what protects them. */
export function SettingsPage() {
  const { t } = useTranslation("settings");
  const session = useSession();
  const { section } = useParams({ strict: false });
  const allowed = sections.filter(({ scope }) => session.may(scope));
  const shown = allowed.find(({ id }) => id === section);
  if (!section && allowed[0]) return <Navigate to={`/settings/${allowed[0].id}`} replace />;
  return (
    <Page title={shown ? t(`section.${shown.id}`) : t("title")} description={shown && t(`about.${shown.id}`)}>
      <div className={classes["columns"]}>
        <SectionMenu sections={allowed} shown={shown?.id} />
        <Stack gap="lg" miw={0} className={classes["content"]}>
          {shown ? (
            CONTENT[shown.id]
          ) : (
            <Empty title={t("common:error.notFound")} text={t("common:error.notFoundText")} />
          )}
        </Stack>
      </div>
    </Page>
  );
}
