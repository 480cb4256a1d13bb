import { Textarea, type TextareaProps } from "@mantine/core";

/** A list of addresses, one a line. */
export function Lines(props: TextareaProps) {
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={10}
      spellCheck={false}
      autoCapitalize="off"
      styles={{
        input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: "var(--mantine-font-size-sm)" },
      }}
      {...props}
    />
  );
}

/** The entries of such a text. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean);
}
