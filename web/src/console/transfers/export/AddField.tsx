import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldWord } from "../words";
import classes from "./export.module.css";
import { EXPORTED } from "./fields";

interface AddFieldProps {
  /** The fields that are there already. */
  taken: string[];
  add: (name: string) => void;
}

/** Adds a field of a user, or a place in free metadata. */
export function AddField({ taken, add }: AddFieldProps) {
  const { t } = useTranslation("transfers");
  const fieldWord = useFieldWord();
  const [search, setSearch] = useState("");
  const data = EXPORTED.map(({ name, fields }) => ({
    group: t(`group.${name}`),
    items: fields.filter((field) => !taken.includes(field)).map((value) => ({ value, label: fieldWord(value) })),
  }));
  return (
    <div className={classes["add"]}>
      <Select
        label={t("export.add")}
        placeholder={t("export.addText")}
        data={data}
        value={null}
        onChange={(field) => {
          if (field) add(field);
          setSearch("");
        }}
        searchValue={search}
        onSearchChange={setSearch}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t("common:list.noMatch")}
      />
      <AddPlace taken={taken} add={add} />
    </div>
  );
}

function AddPlace({ taken, add }: AddFieldProps) {
  const { t } = useTranslation("transfers");
  const [place, setPlace] = useState("");
  const isNew = place.trim() !== "" && !taken.includes(place.trim());
  function addIt() {
    if (!isNew) return;
    add(place.trim());
    setPlace("");
  }
  return (
    <TextInput
      label={t("export.addPlace")}
      placeholder="user_metadata.department"
      value={place}
      onChange={(event) => setPlace(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        // Enter adds the field; it does not send the form.
        event.preventDefault();
        addIt();
      }}
      rightSectionWidth={76}
      rightSection={
        <Button size="compact-xs" variant="light" disabled={!isNew} onClick={addIt}>
          {t("common:action.add")}
        </Button>
      }
    />
  );
}
