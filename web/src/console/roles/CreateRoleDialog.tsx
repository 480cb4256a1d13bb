import { Button, Group, Modal, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { roleAddress } from "../../kit/addresses";
import { Problem } from "../../kit/states";
import { useSaving } from "../../kit/useSaving";
import { useCreateRole } from "./changes";

/** Asks for a new role and goes to it. */
export function CreateRoleDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("roles");
  return (
    <Modal opened={opened} onClose={onClose} title={t("create.title")}>
      <CreateRoleForm onClose={onClose} />
    </Modal>
  );
}

function CreateRoleForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("roles");
  const navigate = useNavigate();
  const create = useCreateRole();
  const form = useForm({
    initialValues: { name: "", description: "", is_default: false },
    validate: { name: isNotEmpty(t("common:form.required")) },
  });
  const { submit, saving, error } = useSaving(form, async (values) => {
    const role = await create.mutateAsync(values);
    onClose();
    await navigate({ to: roleAddress(role.id), search: { tab: "permissions" } });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput data-autofocus label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
        <Textarea
          label={t("field.description")}
          description={t("field.descriptionText")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autosize
          minRows={2}
          {...form.getInputProps("description")}
        />
        <Switch
          label={t("field.default")}
          description={t("field.defaultText")}
          {...form.getInputProps("is_default", { type: "checkbox" })}
        />
        {error !== undefined && <Problem error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={saving}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" loading={saving}>
            {t("create.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
