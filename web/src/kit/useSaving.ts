import type { UseFormReturnType } from "@mantine/form";
import { useState, type FormEvent } from "react";
import { showAtField } from "./fieldErrors";

interface Saving {
  submit: (event?: FormEvent<HTMLFormElement>) => void;
  saving: boolean;
  /** A refusal that belongs to no field. */
  error: unknown;
}

interface Options {
  /** The API's names of fields, and the form's where they differ. */
  names?: Record<string, string>;
  /** May tell a refusal in other words before it is shown. */
  mend?: (error: unknown) => unknown;
  /** What comes once everything is saved and the form knows it: going on, or emptying it. */
  after?: () => void;
}

/**
 * Saves a form: a refusal shows at the field it names, and what was saved is no change any more.
 */
export function useSaving<T extends object>(
  form: UseFormReturnType<T>,
  save: (values: T) => Promise<unknown>,
  { names = {}, mend = (error) => error, after }: Options = {},
): Saving {
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  async function run(values: T) {
    setSaving(true);
    setError(undefined);
    try {
      await save(values);
      form.setInitialValues(values);
      form.resetDirty(values);
      after?.();
    } catch (problem) {
      const mended = mend(problem);
      if (!showAtField(form, mended, names)) setError(mended);
    } finally {
      setSaving(false);
    }
  }
  const submit = form.onSubmit(
    (values) => void run(values),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? "")?.focus(),
  );
  return { submit, saving, error };
}

/** The fields of a form that differ from what was loaded: only they are sent. */
export function changedOf<T extends object>(form: UseFormReturnType<T>, values: T): Partial<T> {
  const names = Object.keys(values) as (keyof T & string)[];
  return Object.fromEntries(
    names.filter((name) => form.isDirty(name)).map((name) => [name, values[name]]),
  ) as Partial<T>;
}
