import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilterFormProps } from "../../../kit/filters/types";
import { nameOf, Person } from "../../../kit/Person";
import { useFindUsers } from "../../../kit/useFindUsers";

/** Finds the user as one types; the choice counts at once. */
export function UserForm({ label, apply }: FilterFormProps) {
  const { t } = useTranslation("logs");
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text, 200);
  const { data: users = [], isFetching } = useFindUsers(wanted);
  return (
    <Select
      data-autofocus
      aria-label={label}
      placeholder={t("filter.userHint")}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The server has searched.
      filter={({ options }) => options}
      data={users.map((user) => ({ value: user.user_id ?? "", label: nameOf(user) }))}
      renderOption={({ option }) => <Person user={users.find((user) => user.user_id === option.value) ?? {}} />}
      nothingFoundMessage={text.trim() && (isFetching ? t("common:list.loading") : t("common:list.noMatch"))}
      onChange={(id) => id && apply(id)}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
