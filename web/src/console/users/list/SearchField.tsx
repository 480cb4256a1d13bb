import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";

/** How long typing rests before the list is asked for, in milliseconds. */
const PAUSE = 200;

interface SearchFieldProps {
  /** What the address says. */
  value: string;
  change: (text: string) => void;
  field: RefObject<HTMLInputElement | null>;
}

/** Searches while one types. */
export function SearchField({ value, change, field }: SearchFieldProps) {
  const { t } = useTranslation("users");
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // The address changed by itself, by the back button for example.
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  const send = (next: string) => {
    sent.current = next.trim();
    change(next.trim());
  };
  const sendSoon = useDebouncedCallback(send, PAUSE);
  function type(next: string) {
    setText(next);
    sendSoon(next);
  }
  function clear() {
    sendSoon.cancel();
    setText("");
    send("");
    field.current?.focus();
  }
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={t("list.search")}
      placeholder={t("list.searchHint")}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t("common:action.clear")} onClick={clear} />}
      value={text}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") sendSoon.flush();
      }}
    />
  );
}
