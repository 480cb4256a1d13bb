import { Button, Group, Stack, Text } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../../session/SessionContext";
import { RevokeAccessDialog } from "../actions/RevokeAccessDialog";
import { useProtection } from "../protection";
import { useApplicationNames } from "../queries/access";
import { useShownUser } from "../ShownUser";
import { ApplicationsSection } from "./ApplicationsSection";
import { GrantsSection } from "./GrantsSection";
import { SessionsSection } from "./SessionsSection";

/** Where a user is signed in, and what acts for it: browsers, devices, consents (S2.L25, S0.L31). */
export default function SessionsTab() {
  const { t } = useTranslation("user");
  const { user } = useShownUser();
  const [ending, setEnding] = useState(false);
  const nameOfApplication = useApplicationNames(useMay("read:clients"));
  const isFree = useProtection(user)("access") === undefined;
  const mayEnd = useMay("delete:sessions", "delete:refresh_tokens") && isFree;
  const mayUnlink = useMay("delete:device_credentials") && isFree;
  const mayRead = useMay("read:grants");
  const mayWithdraw = useMay("delete:grants") && isFree;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("sessions.text")}
        </Text>
        {mayEnd && (
          <Button
            variant="light"
            color="red"
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => setEnding(true)}
          >
            {t("sessions.endAll")}
          </Button>
        )}
      </Group>
      <SessionsSection nameOfApplication={nameOfApplication} mayEnd={mayEnd} />
      <ApplicationsSection nameOfApplication={nameOfApplication} mayEnd={mayEnd} mayUnlink={mayUnlink} />
      {mayRead && <GrantsSection nameOfApplication={nameOfApplication} mayWithdraw={mayWithdraw} />}
      <RevokeAccessDialog user={user} opened={ending} onClose={() => setEnding(false)} />
    </Stack>
  );
}
