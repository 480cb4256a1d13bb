import { Group, Input, Select, Text, type OptionsFilter } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CALLING_CODES, join, likelyCode, split } from "./callingCodes";

interface PhoneInputProps {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  /** The number as E.164 writes it. */
  value: string;
  onChange: (value: string) => void;
  readOnly?: boolean;
  "data-path"?: string;
}

function useRegionNames(): Map<string, string> {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "region" });
    return new Map(CALLING_CODES.map(({ code, regions }) => [code, regions.map((one) => names.of(one)).join(", ")]));
  }, [i18n.language]);
}

/** A phone number in two fields: the country's code, found by its name too, and the rest. */
export function PhoneInput({ label, description, error, value, onChange, readOnly = false, ...rest }: PhoneInputProps) {
  const { t } = useTranslation("user");
  const id = useId();
  const names = useRegionNames();
  const [chosen, choose] = useState(likelyCode);
  const [opened, { open, close }] = useDisclosure();
  const told = split(value);
  const code = value ? told.code : chosen;
  const search: OptionsFilter = ({ options, search: text }) => {
    const wanted = text.trim().toLocaleLowerCase();
    return options.filter((option) => {
      if (!("value" in option)) return false;
      return `${option.value} ${names.get(option.value)}`.toLocaleLowerCase().includes(wanted);
    });
  };
  function changeCode(next: string | null) {
    if (!next) return;
    choose(next);
    if (told.rest) onChange(join(next, told.rest));
  }
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <Select
          w={92}
          flex="none"
          aria-label={t("field.phone_country_code")}
          // Closed, the one that is chosen is enough.
          data={opened ? CALLING_CODES.map((one) => one.code) : [code].filter(Boolean)}
          onDropdownOpen={open}
          onDropdownClose={close}
          value={code || null}
          placeholder="+"
          onChange={changeCode}
          searchable
          filter={search}
          readOnly={readOnly}
          withCheckIcon={false}
          comboboxProps={{ width: 300, position: "bottom-start", shadow: "md" }}
          nothingFoundMessage={t("common:list.noMatch")}
          renderOption={({ option }) => (
            <Group gap="sm" wrap="nowrap">
              <Text size="sm" w={44} flex="none">
                {option.value}
              </Text>
              <Text size="sm" c="dimmed" truncate>
                {names.get(option.value)}
              </Text>
            </Group>
          )}
        />
        <Input
          id={id}
          type="tel"
          autoComplete="off"
          flex={1}
          miw={0}
          value={told.rest}
          onChange={(event) => onChange(join(code, event.currentTarget.value))}
          readOnly={readOnly}
          error={Boolean(error)}
          {...rest}
        />
      </Group>
    </Input.Wrapper>
  );
}
