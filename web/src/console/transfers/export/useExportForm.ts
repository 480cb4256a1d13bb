import { useForm, type UseFormReturnType } from "@mantine/form";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../../api/errors";
import { ruleOf } from "../../../api/refusals/refusals";
import { jobAddress } from "../names";
import { useStartExport, type ExportRequest } from "../queries";

/** A field of the file. */
export interface ChosenField {
  name: string;
  /** What it is called in the file; empty for its own name. */
  export_as: string;
}

/** What the form holds. */
export interface ExportValues {
  format: "json" | "csv";
  q: string;
  connection_id: string;
  limit: number | "";
  /** Whether the fields are chosen one by one. */
  chosen: boolean;
  fields: ChosenField[];
}

/** The form of an export. */
export type ExportFormType = UseFormReturnType<ExportValues>;

/** The columns that a new choice begins with. */
const BEGINNING = ["user_id", "email", "name", "created_at"].map((name) => ({ name, export_as: "" }));

/** What the API is asked for. */
export function requestOf({ format, q, connection_id, limit, chosen, fields }: ExportValues): ExportRequest {
  return {
    format,
    ...(q.trim() && { q: q.trim() }),
    ...(connection_id && { connection_id }),
    ...(limit !== "" && { limit }),
    ...(chosen &&
      fields.length > 0 && {
        fields: fields.map(({ name, export_as }) => ({
          name,
          ...(export_as.trim() && { export_as: export_as.trim() }),
        })),
      }),
  };
}

/** The form of an export, with the search of the address; what is refused shows at its field. */
export function useExportForm() {
  const { q = "" } = useSearch({ strict: false }) as { q?: string };
  const navigate = useNavigate();
  const start = useStartExport();
  const [error, setError] = useState<unknown>();
  const form = useForm<ExportValues>({
    initialValues: { format: "csv", q, connection_id: "", limit: "", chosen: false, fields: BEGINNING },
  });
  async function submit(values: ExportValues) {
    setError(undefined);
    try {
      const job = await start.mutateAsync(requestOf(values));
      await navigate({ to: jobAddress(job.id) });
    } catch (problem) {
      const field = problem instanceof ApiError && problem.field?.replace(/\[(\d+)\]/, ".$1");
      const has = field && (field in form.getValues() || field.startsWith("fields."));
      if (has) form.setFieldError(field, ruleOf(problem as ApiError));
      else setError(problem);
    }
  }
  return { form, error, working: start.isPending, submit: form.onSubmit((values) => void submit(values)) };
}
