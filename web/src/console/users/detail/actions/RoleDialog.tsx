import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf } from "../../../../kit/Person";
import { useNotify } from "../../../../kit/notify";
import { useSelf } from "../protection";
import { useUpdateUser, type PlatformRole } from "../queries/user";
import { SecurityDialog, type ActionDialogProps } from "./SecurityDialog";

const ROLES: PlatformRole[] = ["user", "admin", "super_admin"];

/** Changes what a user may administer. */
export function RoleDialog(dialog: ActionDialogProps) {
  const { t } = useTranslation("user");
  const { user } = dialog;
  const [chosen, choose] = useState<string>();
  const self = useSelf();
  const update = useUpdateUser(user.user_id ?? "");
  const { done } = useNotify();
  const name = nameOf(user);
  const role = chosen ?? user.platform_role ?? "user";

  async function confirm() {
    await update({ platform_role: role as PlatformRole });
    done(t("role.done", { name, role: t(`common:platformRole.${role}`) }));
    choose(undefined);
  }
  return (
    <SecurityDialog
      {...dialog}
      title={t("role.title", { name })}
      effect={t("role.effect")}
      action={t("action.changeRole")}
      danger={role !== "user"}
      ready={role !== user.platform_role}
      onConfirm={confirm}
    >
      <Radio.Group value={role} onChange={choose} label={t("field.platform_role")}>
        <Stack gap="xs" mt="xs">
          {ROLES.map((one) => {
            const refused = one === "super_admin" && self.platformRole !== "super_admin";
            return (
              <Radio
                key={one}
                value={one}
                label={t(`common:platformRole.${one}`)}
                description={refused ? t("role.superOnly") : t(`role.may.${one}`)}
                disabled={refused}
              />
            );
          })}
        </Stack>
      </Radio.Group>
    </SecurityDialog>
  );
}
