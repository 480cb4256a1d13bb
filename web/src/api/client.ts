import createClient, { type Client } from "openapi-fetch";
import type { Session } from "../session/session";
import { ApiError, refusalOf } from "./errors";
import type { paths } from "./schema";

/** The Management API, typed by its OpenAPI document. */
export type Api = Client<paths>;

/** Sends with the session's token; where it no longer counts, once more with a new one. */
async function sendAs(session: Session, request: Request): Promise<Response> {
  const again = request.clone();
  request.headers.set("authorization", `Bearer ${await session.accessToken()}`);
  const response = await globalThis.fetch(request);
  if (response.status !== 401) return response;
  await session.renew();
  again.headers.set("authorization", `Bearer ${await session.accessToken()}`);
  return globalThis.fetch(again);
}

/** The API as the session's person. */
export function createApi(session: Session): Api {
  return createClient<paths>({
    baseUrl: location.origin,
    fetch: (request) => sendAs(session, request),
    // Auth0 reads lists as `a,b`; only bodies hold arrays otherwise.
    querySerializer: { array: { style: "form", explode: false } },
  });
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * What the API answered.
 *
 * @throws ApiError with the refusal, or with the code `unreachable` where there was no answer.
 */
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((problem: unknown) => {
    if (problem instanceof TypeError) throw new ApiError(0, "unreachable", problem.message);
    throw problem;
  });
  if (!response.ok) throw await refusalOf(response.status, error);
  return data as T;
}
