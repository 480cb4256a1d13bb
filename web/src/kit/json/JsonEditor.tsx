import { Input, Skeleton, Text } from "@mantine/core";
import { lazy, Suspense, useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { faultOf, type Fault } from "./fault";
import { later } from "../later";

const CodeField = lazy(() => later(import("./CodeField")));

/** A line's height on the screen, in pixels; and what stands around the lines. */
const LINE = 21;
const AROUND = 22;
const TALLEST = 24;

interface JsonEditorProps {
  /** What it holds: its name for screen readers too. */
  label: string;
  hideLabel?: boolean;
  description?: ReactNode;
  /** The text, which may be no JSON while it is being written. */
  text: string;
  onChange?: (text: string) => void;
  readOnly?: boolean;
  /** Whether only an object will do. */
  object?: boolean;
  /** A refusal of the server. */
  error?: ReactNode;
}

/** The words for a fault in JSON, with its place. */
export function useFaultWords(): (fault: Fault) => string {
  const { t } = useTranslation("json");
  return ({ kind, line, column }) => t("at", { line, column, what: t(`fault.${kind}`) });
}

/** An editor for JSON, or with `readOnly` a way to read it: colours, line numbers, and the place of what is wrong. */
export function JsonEditor(props: JsonEditorProps) {
  const { label, hideLabel = false, text, onChange, readOnly = false, object = false } = props;
  const { t } = useTranslation("json");
  const hint = useId();
  const words = useFaultWords();
  const fault = readOnly ? undefined : faultOf(text, object);
  const error = fault ? words(fault) : props.error;
  const height = Math.min(Math.max(text.split("\n").length, readOnly ? 1 : 5), TALLEST) * LINE + AROUND;
  return (
    <Input.Wrapper
      label={hideLabel ? undefined : label}
      labelElement="div"
      description={props.description}
      error={error && <span role="alert">{error}</span>}
      inputWrapperOrder={["label", "description", "input", "error"]}
    >
      <Suspense fallback={<Skeleton h={height} mt={4} />}>
        <CodeField
          label={label}
          describedBy={hint}
          text={text}
          changed={(value) => onChange?.(value)}
          words={words}
          readOnly={readOnly}
          object={object}
          invalid={Boolean(error)}
          minHeight={readOnly ? undefined : height}
        />
      </Suspense>
      <Text id={hint} size="xs" c="dimmed" mt={4} hidden={readOnly}>
        {readOnly ? t("readOnly") : t("leave")}
      </Text>
    </Input.Wrapper>
  );
}
