import { useEffect, useState } from "react";
import { useApi } from "../../../../api/ApiContext";
import { ApiError } from "../../../../api/errors";
import type { LogEvent } from "../../../../api/types";
import { showAtField } from "../../../../kit/fieldErrors";
import { lastChange } from "../queries/events";
import { readUser, useUpdateUser, type Versioned } from "../queries/user";
import { changesOf, contested, differing, formOf, rebased, REFUSED_NAMES, requestsOf, type FieldName } from "./fields";
import { useUserForm } from "./formContext";

/** That somebody else changed the user meanwhile. */
export interface Conflict {
  newer: Versioned;
  /** By what it changed, where the caller may see that. */
  change: LogEvent | undefined;
  /** What both changed. */
  fields: FieldName[];
}

/** A user's profile as a form: sends what changed, on the version that was read, and tells of others' changes. */
export function useProfileForm(shown: Versioned, readOnly: boolean) {
  const api = useApi();
  const userId = shown.user.user_id ?? "";
  const update = useUpdateUser(userId);
  // The version under the form; what is typed is a change of it.
  const [base, setBase] = useState(shown);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict>();
  const form = useUserForm({
    initialValues: formOf(shown.user),
    enhanceGetInputProps: () => (readOnly ? { readOnly: true } : {}),
  });
  const before = formOf(base.user);
  const changed = differing(before, form.values);

  function stand(on: Versioned, values = formOf(on.user)) {
    setBase(on);
    setConflict(undefined);
    setError(undefined);
    form.setInitialValues(formOf(on.user));
    form.setValues(values);
    form.clearErrors();
  }
  async function meet(newer: Versioned) {
    const fields = contested(before, form.values, formOf(newer.user));
    const change = await lastChange(api, userId);
    setConflict({ newer, change, fields });
  }

  useEffect(() => {
    if (saving || conflict || shown.version === base.version) return;
    const newer = formOf(shown.user);
    if (contested(before, form.values, newer).length > 0) void meet(shown);
    else stand(shown, rebased(before, form.values, newer));
    // Only a newer answer is news.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shown.version, saving]);

  async function save(on: Versioned, values = form.values) {
    setSaving(true);
    setError(undefined);
    let from = on;
    try {
      for (const request of requestsOf(changesOf(formOf(on.user), values))) {
        // The second request stands on the version that the first one made.
        // oxlint-disable-next-line no-await-in-loop
        from = await update(request, from.version);
      }
      stand(from);
      return true;
    } catch (problem) {
      if (from !== on) stand(from, rebased(formOf(on.user), values, formOf(from.user)));
      if (problem instanceof ApiError && problem.status === 412) await meet(await readUser(api, userId));
      else if (!showAtField(form, problem, REFUSED_NAMES)) setError(problem);
      return false;
    } finally {
      setSaving(false);
    }
  }
  function keepMine() {
    if (!conflict) return Promise.resolve(false);
    const { newer } = conflict;
    const values = rebased(before, form.values, formOf(newer.user));
    stand(newer, values);
    return save(newer, values);
  }
  return {
    form,
    changed,
    saving,
    error,
    conflict,
    save: () => save(base),
    discard: () => stand(base),
    keepMine,
    takeTheirs: () => conflict && stand(conflict.newer),
  };
}
