import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors";
import { eachOf } from "../api/refusals/parts";
import { ruleOf } from "../api/refusals/refusals";

/** What is wrong with a field, beside it; told anew when the language changes. */
function FieldRefusal({ error }: { error: ApiError }) {
  useTranslation();
  return ruleOf(error);
}

/**
 * Shows a refusal at the field that it names, and at the others where it names several; `names` maps the API's names to
 * the form's where they differ.
 *
 * @returns whether it found its field: otherwise the refusal is to be shown elsewhere.
 */
export function showAtField<T extends object>(
  form: UseFormReturnType<T>,
  error: unknown,
  names: Record<string, string> = {},
): boolean {
  const known = form.getValues();
  const fieldOf = ({ field = "" }: ApiError) => names[field] ?? field;
  if (!(error instanceof ApiError) || !(fieldOf(error) in known)) return false;
  // Of two refusals of one field the first is told.
  for (const one of eachOf(error).toReversed()) {
    if (fieldOf(one) in known) form.setFieldError(fieldOf(one), <FieldRefusal error={one} />);
  }
  // The first field at fault is where the person goes on.
  form.getInputNode(fieldOf(error))?.focus();
  return true;
}
