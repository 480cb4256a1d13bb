import { ApiError } from "../errors";

/** A rule that a refusal names, and the field of the request that breaks it. */
export interface Part {
  rule: string;
  /** Empty where the whole request is meant. */
  field: string;
  /** The part of the message that says so. */
  message: string;
}

const PART = /\w+ validation error: '(.*?)'(?: on property (\S*?))?\.?(?= |$)/gs;

/** The rules that a message names, as the API writes them; none where it is a sentence. */
export function partsOf(text: string): Part[] {
  return Array.from(text.matchAll(PART), ([message, rule = "", field = ""]) => ({ rule, field, message }));
}

/** A refusal of several fields as one of each, the first first. */
export function eachOf(error: ApiError): ApiError[] {
  const { status, code } = error;
  const [, ...others] = partsOf(error.message);
  return [error, ...others.map(({ message, field }) => new ApiError(status, code, message, field))];
}
