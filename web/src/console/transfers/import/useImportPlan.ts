import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { guessAll } from "./file/guess";
import type { Columns } from "./file/columns";
import { readSample, type Sample } from "./file/sample";
import type { Unreadable } from "./file/recognise";
import { OPTIONS, type Options } from "./form";

/** The steps of an import; only a table has columns to tell. */
export type Step = "file" | "columns" | "options" | "check";

/** A file that was chosen, and its beginning. */
export interface Chosen {
  file: File;
  sample: Sample;
}

/** What an import will be, as far as it is decided. */
export interface ImportPlan {
  steps: Step[];
  step: Step;
  go: (step: Step) => void;
  chosen: Chosen | undefined;
  /** Why the file that was chosen last cannot be read. */
  unreadable: Unreadable | undefined;
  choose: (file: File) => Promise<void>;
  /** What the columns of a table are. */
  columns: Columns | undefined;
  setColumns: (columns: Columns) => void;
  options: Options;
  setOptions: (options: Options) => void;
  /** The job that tried this plan; what is changed afterwards makes it void. */
  trial: string | undefined;
  setTrial: (jobId: string) => void;
}

/** The plan of the page; its step stands in the address, so that the browser's buttons go through the steps. */
export function useImportPlan(): ImportPlan {
  const search = useSearch({ strict: false }) as { step?: Step };
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>();
  const [unreadable, setUnreadable] = useState<Unreadable>();
  const [columns, setColumns] = useState<Columns>();
  const [options, setOptions] = useState(OPTIONS);
  const [trial, setTrial] = useState<string>();
  const steps: Step[] = columns ? ["file", "columns", "options", "check"] : ["file", "options", "check"];

  async function choose(file: File) {
    const sample = await readSample(file);
    const isReadable = !("unreadable" in sample);
    setTrial(undefined);
    setUnreadable(isReadable ? undefined : sample.unreadable);
    setChosen(isReadable ? { file, sample } : undefined);
    setColumns(isReadable && sample.format === "csv" ? guessAll(sample.header) : undefined);
  }

  return {
    steps,
    // A file does not outlive its page: without one everything begins anew.
    step: chosen && search.step && steps.includes(search.step) ? search.step : "file",
    go: (step) => void navigate({ to: ".", search: (step === "file" ? {} : { step }) as never }),
    chosen,
    unreadable,
    choose,
    columns,
    setColumns: (changed) => {
      setTrial(undefined);
      setColumns(changed);
    },
    options,
    setOptions: (changed) => {
      setTrial(undefined);
      setOptions(changed);
    },
    trial,
    setTrial,
  };
}
