import type { UseFormReturnType } from "@mantine/form";
import { ApiError } from "../api/errors";

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
  form.setFieldError(field, error.message);
  // The first field at fault is where the person goes on.
  form.getInputNode(field)?.focus();
  return true;
}
