import { Grid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../../../kit/notify";
import { SaveBar } from "../../../../kit/SaveBar";
import { useMay } from "../../../../session/SessionContext";
import { useProtection } from "../protection";
import { useShownUser } from "../ShownUser";
import { AccessSection } from "./AccessSection";
import { ConflictNotice } from "./ConflictNotice";
import { UserFormProvider } from "./formContext";
import { AddressSection, ContactSection, PersonSection } from "./PersonSections";
import { SecuritySection } from "./SecuritySection";
import { SystemSection } from "./SystemSection";
import { useProfileForm } from "./useProfileForm";

/** The user editor: profile, access and region, security, system (S4.L10). */
export default function ProfileTab() {
  const { t } = useTranslation("user");
  const shown = useShownUser();
  const mayUpdate = useMay("update:users");
  const refusal = useProtection(shown.user);
  const readOnly = !mayUpdate || refusal("edit") !== undefined;
  const profile = useProfileForm(shown, readOnly);
  const { done } = useNotify();
  const { form, changed, conflict } = profile;

  async function tell(saved: Promise<boolean>) {
    if (await saved) done(t("common:form.saved"));
  }
  return (
    <UserFormProvider form={form}>
      <form onSubmit={form.onSubmit(() => void tell(profile.save()))} noValidate>
        <Stack gap="lg">
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 8 }}>
              <Stack gap="lg">
                <PersonSection readOnly={readOnly} />
                <ContactSection readOnly={readOnly} />
                <AddressSection />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 4 }}>
              <Stack gap="lg">
                <AccessSection user={shown.user} readOnly={readOnly} />
                <SecuritySection user={shown.user} readOnly={readOnly} />
                <SystemSection user={shown.user} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Stack>
        <SaveBar
          changed={changed.length > 0}
          text={t("save.count", { count: changed.length })}
          saving={profile.saving}
          error={profile.error}
          discard={profile.discard}
        >
          {conflict && (
            <ConflictNotice
              conflict={conflict}
              mine={form.values}
              saving={profile.saving}
              keepMine={() => void tell(profile.keepMine())}
              takeTheirs={profile.takeTheirs}
            />
          )}
        </SaveBar>
      </form>
    </UserFormProvider>
  );
}
