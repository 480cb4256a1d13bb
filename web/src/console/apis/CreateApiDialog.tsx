import { Modal, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { apiAddress } from "../../kit/addresses";
import { DialogForm } from "../../kit/DialogForm";
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
    <DialogForm onSubmit={submit} onClose={onClose} action={t("create.action")} working={saving} error={error}>
      <TextInput data-autofocus label={t("field.name")} withAsterisk {...form.getInputProps("name")} />
      <TextInput
        label={t("field.identifier")}
        description={t("field.identifierText")}
        placeholder="https://orders.example.org/"
        withAsterisk
        spellCheck={false}
        {...form.getInputProps("identifier")}
      />
    </DialogForm>
  );
}
