import { Checkbox, PasswordInput, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { useNotify } from "../../../../kit/notify";
import { useUpdateUser } from "../queries/user";
import { generatePassword } from "./generatePassword";
import { SecretDialog } from "./SecretDialog";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";
import { useNotice } from "./useNotice";

/** Sets another password: one made here and shown once, or one that is typed (S3.L11.4, S4.L19). */
export function PasswordDialog(dialog: ActionDialogProps) {
  const { t } = useTranslation("user");
  const { user } = dialog;
  const [way, setWay] = useState("generated");
  const [typed, setTyped] = useState("");
  const [mustChange, setMustChange] = useState(true);
  const [made, setMade] = useState<string>();
  const update = useUpdateUser(user.user_id ?? "");
  const { done } = useNotify();
  const notice = useNotice(user);
  const name = nameOf(user);

  async function confirm() {
    const password = way === "typed" ? typed : generatePassword();
    await update({ password, reset_password_on_next_login: mustChange, ...notice.told });
    setTyped("");
    if (way === "typed") done(t("password.done", { name }));
    else setMade(password);
  }
  return (
    <>
      <SecurityDialog
        {...dialog}
        title={t("password.title", { name })}
        effect={t("password.effect")}
        action={t("action.resetPassword")}
        danger
        ready={way === "generated" || typed !== ""}
        onConfirm={confirm}
      >
        <Radio.Group value={way} onChange={setWay} label={t("password.way")}>
          <Stack gap="xs" mt="xs">
            <Radio value="generated" label={t("password.generated")} description={t("password.generatedHint")} />
            <Radio value="typed" label={t("password.typed")} />
          </Stack>
        </Radio.Group>
        {way === "typed" && (
          <PasswordInput
            label={t("field.password")}
            autoComplete="new-password"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t("field.reset_password_on_next_login")}
          checked={mustChange}
          onChange={(event) => setMustChange(event.currentTarget.checked)}
        />
        {notice.field}
      </SecurityDialog>
      <SecretDialog
        title={t("password.made", { name })}
        text={t("password.handOn")}
        secret={made}
        onClose={() => setMade(undefined)}
      />
    </>
  );
}
