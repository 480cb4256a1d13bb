import { Checkbox, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { valueOf, valuesOf } from "../address";
import classes from "../Filters.module.css";
import type { Choice, FilterFormProps } from "../types";
import { FormFrame } from "./FormFrame";

/** With more choices than these one may search among them. */
const MANY = 8;

interface ChoicesFormProps extends FilterFormProps {
  choices: Choice[];
  single?: boolean;
}

/** Any of some values, or one of them. */
export function ChoicesForm({ label, value, apply, choices, single = false }: ChoicesFormProps) {
  const { t } = useTranslation("filters");
  const [chosen, setChosen] = useState(() => valuesOf(value ?? ""));
  const [text, setText] = useState("");
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <FormFrame onApply={() => apply(valueOf(chosen))} ready={chosen.length > 0 || value !== undefined}>
      {choices.length > MANY && (
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t("searchChoices", { label })}
          placeholder={t("common:action.search")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={classes["scrolls"]}>
        {shown.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("noChoices")}
          </Text>
        )}
        {single ? (
          <Radio.Group aria-label={label} value={chosen[0] ?? ""} onChange={(one) => setChosen([one])}>
            <Boxes choices={shown} Box={Radio} focused={choices.length <= MANY} />
          </Radio.Group>
        ) : (
          <Checkbox.Group aria-label={label} value={chosen} onChange={setChosen}>
            <Boxes choices={shown} Box={Checkbox} focused={choices.length <= MANY} />
          </Checkbox.Group>
        )}
      </div>
    </FormFrame>
  );
}

interface BoxesProps {
  choices: Choice[];
  Box: typeof Checkbox | typeof Radio;
  /** Whether the first one has the focus. */
  focused: boolean;
}

function Boxes({ choices, Box, focused }: BoxesProps) {
  return (
    <Stack gap={8} p={4}>
      {choices.map((choice, index) => (
        <Box
          key={choice.value}
          size="xs"
          value={choice.value}
          label={choice.label}
          data-autofocus={(focused && index === 0) || undefined}
        />
      ))}
    </Stack>
  );
}
