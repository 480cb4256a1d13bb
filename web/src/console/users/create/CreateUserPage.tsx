import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../../kit/Page";
import { Empty, Problem } from "../../../kit/states";
import { UnsavedGuard } from "../../../kit/UnsavedGuard";
import { useMay } from "../../../session/SessionContext";
import classes from "./CreateUser.module.css";
import { IdentifierSection } from "./IdentifierSection";
import { PasswordSection } from "./PasswordSection";
import { PreferencesSection } from "./PreferencesSection";
import { useDatabases, type Database } from "./queries";
import { RegionSection } from "./RegionSection";
import { RolesSection } from "./RolesSection";
import { useCreateForm } from "./useCreateForm";

/** Where an administrator makes a user (S0.L24, S2.L19, S4.L09). */
export function CreateUserPage() {
  const { t } = useTranslation("user");
  const { data, error, refetch } = useDatabases();
  return (
    <Page title={t("create.title")} description={t("create.text")} parent={{ to: "/users", label: t("directory") }}>
      <div className={classes["form"]}>
        {data ? (
          <CreateFields connections={data} />
        ) : error ? (
          <Problem error={error} retry={() => void refetch()} />
        ) : (
          <Stack gap="lg" aria-hidden>
            <Skeleton h={340} />
            <Skeleton h={220} />
          </Stack>
        )}
      </div>
    </Page>
  );
}

function CreateFields({ connections }: { connections: Database[] }) {
  const { t } = useTranslation("user");
  const mayGiveRoles = useMay("update:users", "create:role_members", "read:roles");
  const { form, submit, saving, error, changed } = useCreateForm(connections[0]?.name ?? "");
  if (connections.length === 0) return <Empty title={t("create.noConnection")} text={t("create.noConnectionText")} />;
  return (
    <form onSubmit={submit} noValidate>
      <UnsavedGuard changed={changed && !saving} />
      <Stack gap="lg">
        <IdentifierSection form={form} connections={connections} />
        <PasswordSection form={form} />
        <RegionSection form={form} />
        {mayGiveRoles && <RolesSection form={form} />}
        <PreferencesSection form={form} />
        {error !== undefined && <Problem error={error} />}
        <Group gap="xs" justify="flex-end">
          <Button component={Link} to="/users" variant="default" disabled={saving}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" loading={saving}>
            {t("create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
