import type { OptionsFilter, SelectProps } from "@mantine/core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { LongSelect } from "./LongSelect";

/** Languages that are offered; any other tag may be typed. */
const TAGS =
  "en en-US en-GB zh-CN zh-TW zh-HK ja ko de de-AT de-CH fr fr-CA fr-CH es es-MX es-AR pt pt-BR it nl nl-BE sv da nb fi is pl " +
  "cs sk hu ro bg el tr ru uk sr hr sl lt lv et ar he fa hi bn ta te mr gu pa ur th vi id ms fil sw am zu af ca eu gl cy ga " +
  "ka hy az kk uz mn my km lo ne si";

const TAG = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i;

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const filter: OptionsFilter = ({ options, search }) => {
  const wanted = search.trim().toLocaleLowerCase();
  return options.filter((option) => "label" in option && option.label.toLocaleLowerCase().includes(wanted));
};

/** A language, found by its name or its tag; a tag that is not in the list may be typed. */
export function LanguageSelect(props: Omit<SelectProps, "data">) {
  const { i18n } = useTranslation();
  const [search, setSearch] = useState("");
  const { language } = i18n;
  const { value } = props;
  const typed = search.trim().replaceAll("_", "-");
  const choices = useCallback(
    (opened: boolean) => {
      const names = new Intl.DisplayNames(language, { type: "language" });
      const tags = new Set(opened ? TAGS.split(" ") : []);
      if (value) tags.add(value);
      if (opened && TAG.test(typed)) tags.add(typed);
      return [...tags].map((tag) => ({ value: tag, label: `${nameOf(names, tag)} (${tag})` }));
    },
    [language, value, typed],
  );
  return <LongSelect choices={choices} filter={filter} onSearchChange={setSearch} {...props} />;
}
