import { TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

interface SearchFieldProps {
  /** What is searched, for screen readers and as the hint within. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** False where another field of the page is the one that `/` leads to. */
  hotkey?: boolean;
  /** Milliseconds after the last letter. */
  wait?: number;
}

/** A search as one types; `/` leads to it. */
export function SearchField({ label, value, onChange, hotkey = true, wait = 200 }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  useEffect(() => {
    // Only what came from elsewhere, such as the browser's back button: typing goes on meanwhile.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onChange(next);
  }, wait);
  useHotkeys(hotkey ? [["/", () => field.current?.focus()]] : []);
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      w={{ base: "100%", xs: 320 }}
    />
  );
}
