import { refusalWords } from "./refusals/refusals";

/** A refusal of the API, as docs/errors.md lists them. */
export class ApiError extends Error {
  constructor(
    /** The HTTP status; 0 when there was no answer at all. */
    readonly status: number,
    /** The stable code. */
    readonly code: string,
    message: string,
    /** The field of the request at fault. */
    readonly field?: string,
  ) {
    super(message);
  }
}

interface ErrorBody {
  statusCode?: number;
  errorCode?: string;
  message?: string;
  field?: string;
}

/** The refusal that an answer holds, once there are words to tell it by. */
export async function refusalOf(status: number, body: unknown): Promise<ApiError> {
  await refusalWords();
  const told = (typeof body === "object" && body ? body : {}) as ErrorBody;
  return new ApiError(status, told.errorCode ?? `http_${status}`, told.message ?? `HTTP ${status}`, told.field);
}
