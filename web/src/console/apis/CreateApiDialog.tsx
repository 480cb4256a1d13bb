import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { apiAddress } from "../../kit/addresses";
import { Problem } from "../../kit/states";
import { useSaving } from "../../kit/useSaving";
import { useCreateApi } from "./changes";

/** Asks for a new API and goes to it. */
export function CreateApiDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("apis");
  return (
    <Modal opened={opened} onClose={onClose} title={t("create.title")}>
      <CreateApiForm onClose={onClose} />
    </Modal>
  );
}

function CreateApiForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("apis");
  const navigate = useNavigate();
  const create = useCreateApi();
  const required = isNotEmpty(t("common:form.required"));
  const form = useForm({
    initialValues: { name: "", identifier: "" },
    validate: { name: required, identifier: required },
  });
  const { submit, saving, error } = useSaving(form, async (values) => {
    const made = await create.mutateAsync(values);
    onClose();
    await navigate({ to: apiAddress(made.id), search: { tab: "scopes" } });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput data-autofocus label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
        <TextInput
          label={t("field.identifier")}
          description={t("field.identifierText")}
          placeholder="https://orders.example.org/"
          withAsterisk
          spellCheck={false}
          {...form.getInputProps("identifier")}
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
