import type { UseFormReturnType } from "@mantine/form";
import { ApiError } from "../api/errors";

/** The rule that a refusal names, without the name of the field beside which it stands. */
export function ruleOf(error: ApiError): string {
  const rule = /^Payload validation error: '(.*)' on property \S+$/s.exec(error.message)?.[1] ?? error.message;
  return rule.charAt(0).toLocaleUpperCase() + rule.slice(1);
}

/**
 * Shows a refusal at the field that it names; `names` maps the API's names to the form's where they differ.
 *
 * @returns whether it found its field: otherwise the refusal is to be shown elsewhere.
 */
export function showAtField<T extends object>(
  form: UseFormReturnType<T>,
  error: unknown,
  names: Record<string, string> = {},
): boolean {
  if (!(error instanceof ApiError) || !error.field) return false;
  const field = names[error.field] ?? error.field;
  if (!(field in form.getValues())) return false;
  form.setFieldError(field, ruleOf(error));
  // The first field at fault is where the person goes on.
  form.getInputNode(field)?.focus();
  return true;
}
