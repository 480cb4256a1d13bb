import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys, useMergedRef } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";

interface SearchFieldProps {
  /** What is searched, for screen readers. */
  label: string;
  /** What may be typed; the label where nothing else is said. */
  hint?: string;
  value: string;
  /** Takes what was typed, without spaces around it. */
  onChange: (value: string) => void;
  /** False where another field of the page is the one that `/` leads to. */
  hotkey?: boolean;
  /** Milliseconds after the last letter. */
  wait?: number;
  /** Whether it is as wide as what it stands in, and not as a search usually is. */
  wide?: boolean;
  /** The field itself, for whoever leads to it. */
  field?: RefObject<HTMLInputElement | null>;
}

/** A search as one types; `/` leads to it, Enter does not wait, and a cross clears it. */
export function SearchField(props: SearchFieldProps) {
  const { label, hint = label, value, onChange, hotkey = true, wait = 200, wide = false } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const ref = useMergedRef(field, props.field);
  const told = useRef(value);
  useEffect(() => {
    // Only what came from elsewhere, such as the browser's back button: typing goes on meanwhile.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  function tell(next: string) {
    told.current = next.trim();
    onChange(next.trim());
  }
  const tellSoon = useDebouncedCallback(tell, wait);
  function clear() {
    tellSoon.cancel();
    setText("");
    tell("");
    field.current?.focus();
  }
  useHotkeys(hotkey ? [["/", () => field.current?.focus()]] : []);
  return (
    <TextInput
      ref={ref}
      type="search"
      aria-label={label}
      placeholder={hint}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t("action.clear")} onClick={clear} />}
      value={text}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        setText(event.currentTarget.value);
        tellSoon(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") tellSoon.flush();
      }}
      w={wide ? undefined : { base: "100%", xs: 320 }}
    />
  );
}
