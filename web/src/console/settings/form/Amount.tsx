import { NumberInput, type NumberInputProps } from "@mantine/core";

/** A whole number; left empty it goes back to its default. */
export function Amount(props: NumberInputProps) {
  return (
    <NumberInput
      maw={560}
      styles={{ wrapper: { maxWidth: 320 } }}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      {...props}
    />
  );
}
