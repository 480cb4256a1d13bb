import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { FilterFormProps } from "../types";
import { FormFrame } from "./FormFrame";

interface TextFormProps extends FilterFormProps {
  placeholder?: string;
  hint?: string;
}

/** A text that is typed. */
export function TextForm({ label, value, apply, placeholder, hint }: TextFormProps) {
  const [text, setText] = useState(value ?? "");
  return (
    <FormFrame onApply={() => apply(text.trim())} ready={Boolean(text.trim()) || value !== undefined}>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={label}
        placeholder={placeholder}
        description={hint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormFrame>
  );
}
