import type { Job } from "../../../api/types";
import { ApiError, refusalOf } from "../../../api/errors";
import type { Session } from "../../../session/session";

const ADDRESS = "/api/v2/jobs/users-imports";

/** Tells how much of the file is on its way, from 0 to 1. */
export type Told = (share: number) => void;

interface Sent {
  status: number;
  body: unknown;
}

/** One try: `fetch` does not tell how far an upload is. */
function send(form: FormData, token: string, told: Told, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", ADDRESS);
    request.setRequestHeader("authorization", `Bearer ${token}`);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => told(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => resolve({ status: request.status, body: request.response }));
    request.addEventListener("error", () => reject(new ApiError(0, "unreachable", "")));
    request.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

/**
 * Uploads a file of users as the session's person; the job that the API makes of it.
 *
 * @throws ApiError with the refusal; an AbortError when it is called off.
 */
export async function upload(session: Session, form: FormData, told: Told, signal: AbortSignal): Promise<Job> {
  let sent = await send(form, await session.accessToken(), told, signal);
  if (sent.status === 401) {
    await session.renew();
    sent = await send(form, await session.accessToken(), told, signal);
  }
  if (sent.status !== 202) throw await refusalOf(sent.status, sent.body);
  return sent.body as Job;
}
