import { SimpleGrid, Switch, Textarea, TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FlagField, TextField } from "./fields";
import { useUserFormContext } from "./formContext";

interface FieldProps extends TextInputProps {
  name: TextField;
}

/** A field of one line, named by its field. */
export function Field({ name, ...props }: FieldProps) {
  const { t } = useTranslation("user");
  const form = useUserFormContext();
  return <TextInput label={t(`field.${name}`)} autoComplete="off" {...props} {...form.getInputProps(name)} />;
}

/** Fields beside each other, below each other on narrow screens. */
export function Fields({ names }: { names: TextField[] }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {names.map((name) => (
        <Field key={name} name={name} />
      ))}
    </SimpleGrid>
  );
}

/** A field of several lines. */
export function Lines({ name, description }: { name: TextField; description?: string }) {
  const { t } = useTranslation("user");
  const form = useUserFormContext();
  return (
    <Textarea
      label={t(`field.${name}`)}
      description={description}
      autosize
      minRows={2}
      maxRows={6}
      {...form.getInputProps(name)}
    />
  );
}

/** A field that is on or off. */
export function Flag({ name, readOnly }: { name: FlagField; readOnly: boolean }) {
  const { t } = useTranslation("user");
  const form = useUserFormContext();
  return <Switch label={t(`field.${name}`)} disabled={readOnly} {...form.getInputProps(name, { type: "checkbox" })} />;
}
