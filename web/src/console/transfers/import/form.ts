import { mappingOf, type Columns } from "./file/columns";
import type { FileFormat } from "./file/recognise";

/** By what an entry finds the user that it changes. */
export const UPSERT_BY = ["email", "user_id", "username", "phone_number", "external_id"] as const;

/** What an import does with what it finds. */
export interface Options {
  connectionId: string;
  /** Whether users that are there are changed. */
  upsert: boolean;
  upsertBy: (typeof UPSERT_BY)[number];
  metadata: "replace" | "merge";
}

/** The options that an import begins with. */
export const OPTIONS: Options = { connectionId: "", upsert: false, upsertBy: "email", metadata: "merge" };

/** What an import takes: a file, how it is read, and what is done. */
export interface Import {
  file: File;
  format: FileFormat;
  /** Of a table. */
  columns: Columns | undefined;
  options: Options;
}

/** The form that the API takes; the file's name is the job's name. A trial looks at every entry and stores nothing. */
export function formOf({ file, format, columns, options }: Import, trial: boolean): FormData {
  const form = new FormData();
  form.set("connection_id", options.connectionId);
  form.set("format", format);
  form.set("external_id", [...file.name].slice(0, 255).join(""));
  form.set("upsert", String(options.upsert));
  if (options.upsert) {
    form.set("upsert_by", options.upsertBy);
    form.set("metadata", options.metadata);
  }
  if (trial) form.set("dry_run", "true");
  if (columns) form.set("mapping", JSON.stringify(mappingOf(columns)));
  form.set("users", file, file.name);
  return form;
}
