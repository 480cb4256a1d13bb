import { Text } from "@mantine/core";
import { ChoicesForm } from "./forms/ChoicesForm";
import { DatesForm } from "./forms/DatesForm";
import { TextForm } from "./forms/TextForm";
import type { FilterKind } from "./types";

interface Props {
  kind: FilterKind;
  value: string | undefined;
  apply: (value: string) => void;
}

/** The form of a kind, with its name above. */
export function FilterForm(props: Props) {
  return (
    <>
      <Text size="xs" fw={600} c="dimmed" mb="xs" aria-hidden>
        {props.kind.label}
      </Text>
      <Fields {...props} />
    </>
  );
}

function Fields({ kind, value, apply }: Props) {
  const given = { label: kind.label, value, apply };
  switch (kind.type) {
    case "choices":
      return <ChoicesForm {...given} choices={kind.choices} single={kind.single} />;
    case "dates":
      return <DatesForm {...given} never={kind.never} />;
    case "text":
      return <TextForm {...given} placeholder={kind.placeholder} hint={kind.hint} />;
    case "own":
      return <kind.Form {...given} />;
  }
}
