import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Job } from "../../../api/types";
import { useSession } from "../../../session/SessionContext";
import { upload } from "./upload";

interface Uploading {
  /** How much is on its way, from 0 to 1; absent while nothing is. */
  share: number | undefined;
  error: unknown;
  /** Uploads the form; the job that came of it, or undefined where it failed or was stopped. */
  start: (form: FormData) => Promise<Job | undefined>;
  stop: () => void;
}

/** The upload of a file; it ends when its page is left. */
export function useUpload(): Uploading {
  const session = useSession();
  const queries = useQueryClient();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);

  async function start(form: FormData) {
    const { signal } = (stopper.current = new AbortController());
    setShare(0);
    setError(undefined);
    try {
      const job = await upload(session, form, setShare, signal);
      void queries.invalidateQueries({ queryKey: ["jobs"] });
      return job;
    } catch (problem) {
      if (!signal.aborted) setError(problem);
      return undefined;
    } finally {
      stopper.current = undefined;
      setShare(undefined);
    }
  }

  return { share, error, start, stop: () => stopper.current?.abort() };
}
