import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { usePasswordLink, useVerificationLink } from "../queries/security";
import { SecretDialog } from "./SecretDialog";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";

/** How long a link may hold, in seconds. */
const LIFETIMES = { hour: 3_600, day: 86_400, days5: 432_000, days30: 2_592_000 };

interface LinkDialogProps extends ActionDialogProps {
  kind: "passwordLink" | "verificationLink";
  make: (seconds: number) => Promise<{ ticket: string }>;
}

function LinkDialog({ kind, make, ...dialog }: LinkDialogProps) {
  const { t } = useTranslation("user");
  const [lifetime, setLifetime] = useState("day");
  const [link, setLink] = useState<string>();
  const name = nameOf(dialog.user);
  return (
    <>
      <SecurityDialog
        {...dialog}
        title={t(`${kind}.title`, { name })}
        effect={t(`${kind}.effect`)}
        action={t(`action.${kind}`)}
        onConfirm={async () => {
          const told = await make(LIFETIMES[lifetime as keyof typeof LIFETIMES]);
          setLink(told.ticket);
        }}
      >
        <Select
          label={t("link.lifetime")}
          data={Object.keys(LIFETIMES).map((value) => ({ value, label: t(`link.${value}`) }))}
          value={lifetime}
          onChange={(value) => value && setLifetime(value)}
          allowDeselect={false}
        />
      </SecurityDialog>
      <SecretDialog
        title={t(`${kind}.made`, { name })}
        text={t(`${kind}.handOn`)}
        secret={link}
        onClose={() => setLink(undefined)}
      />
    </>
  );
}

/** Makes a link by which the user chooses a password. */
export function PasswordLinkDialog(dialog: ActionDialogProps) {
  const make = usePasswordLink();
  const userId = dialog.user.user_id ?? "";
  return <LinkDialog {...dialog} kind="passwordLink" make={(seconds) => make.mutateAsync({ userId, seconds })} />;
}

/** Makes a link by which the user proves the address. */
export function VerificationLinkDialog(dialog: ActionDialogProps) {
  const make = useVerificationLink();
  const userId = dialog.user.user_id ?? "";
  return <LinkDialog {...dialog} kind="verificationLink" make={(seconds) => make.mutateAsync({ userId, seconds })} />;
}
