import { Autocomplete } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useUserFormContext } from "./formContext";

const KNOWN = ["female", "male", "unknown"];

/** The gender: one of the three words that everybody knows, told in the person's language, or another one. */
export function GenderField({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation("user");
  const form = useUserFormContext();
  const words = new Map(KNOWN.map((value) => [value, t(`gender.${value}`)]));
  const { value, ...props } = form.getInputProps("gender") as { value: string };
  return (
    <Autocomplete
      label={t("field.gender")}
      {...props}
      data={[...words.values()]}
      filter={({ options }) => options}
      value={words.get(value) ?? value}
      onChange={(text) => {
        const known = [...words].find(([, word]) => word === text);
        form.setFieldValue("gender", known?.[0] ?? text);
      }}
      readOnly={readOnly}
    />
  );
}
