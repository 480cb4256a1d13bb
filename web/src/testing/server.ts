import { vi } from "vitest";

/** What a test's server answers to a request; undefined is a 404. */
export type Answer = (request: Request, url: URL) => unknown | Promise<unknown>;

/** A refusal that a test's server answers. */
export class Refused {
  constructor(
    readonly status: number,
    readonly body: object,
  ) {}
}

/** Answers every request of a test by `METHOD /path`; what was asked is kept in order. */
export function serve(answers: Record<string, Answer>): { asked: Request[] } {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, location.origin), init);
    asked.push(request.clone());
    const url = new URL(request.url);
    const answer = await answers[`${request.method} ${decodeURIComponent(url.pathname)}`]?.(request, url);
    if (answer instanceof Response) return answer;
    if (answer instanceof Refused) return Response.json(answer.body, { status: answer.status });
    if (answer === undefined) return Response.json({ statusCode: 404, errorCode: "not_found" }, { status: 404 });
    if (answer === null) return new Response(null, { status: 204 });
    return Response.json(answer);
  });
  return { asked };
}
