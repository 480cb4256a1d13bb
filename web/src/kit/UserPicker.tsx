import { Box, MultiSelect, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../api/types";
import { nameOf, Person } from "./Person";
import { useFindUsers } from "./useFindUsers";

interface UserPickerProps {
  label: string;
  /** The ids of those chosen. */
  value: string[];
  onChange: (value: string[]) => void;
  error?: string;
}

/** Users to choose from, found as one types a name, an e-mail address or an id. */
export function UserPicker({ label, value, onChange, error }: UserPickerProps) {
  const { t } = useTranslation("roles");
  const [search, setSearch] = useState("");
  const [known, setKnown] = useState<ReadonlyMap<string, User>>(new Map());
  const [wanted] = useDebouncedValue(search, 200);
  const found = useFindUsers(wanted, 10);
  // Those chosen before keep their names, though the search has gone on.
  const listed = wanted.trim() ? found.data : undefined;
  const people = new Map(listed?.map((user) => [user.user_id ?? "", user]));
  const options = new Map([...value.map((id) => [id, known.get(id)] as const), ...people]);
  function choose(ids: string[]) {
    setKnown(new Map(ids.map((id) => [id, people.get(id) ?? known.get(id) ?? { user_id: id }])));
    onChange(ids);
    setSearch("");
  }
  function messageOf(): string | undefined {
    // Nothing to find yet: no list covers what stands below.
    if (search.trim() === "") return undefined;
    return found.isFetching || wanted !== search ? t("common:list.loading") : t("picker.nobody");
  }
  return (
    <MultiSelect
      data-autofocus
      label={label}
      placeholder={value.length === 0 ? t("picker.placeholder") : undefined}
      searchable
      hidePickedOptions
      searchValue={search}
      onSearchChange={setSearch}
      value={value}
      onChange={choose}
      error={error}
      // The server has searched; whoever it found is shown.
      filter={({ options: all }) => all}
      data={[...options].map(([id, user]) => ({ value: id, label: user ? nameOf(user) : id }))}
      renderOption={({ option }) => {
        const user = people.get(option.value) ?? known.get(option.value);
        return <Box miw={0}>{user ? <Person user={user} /> : <Text size="sm">{option.label}</Text>}</Box>;
      }}
      nothingFoundMessage={messageOf()}
      comboboxProps={{ shadow: "md" }}
    />
  );
}
