import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Session } from "../../../session/session";
import { upload } from "./upload";

/** What the stand-in for the browser's XMLHttpRequest answers, one after the other. */
let answers: [status: number, body: object][] = [];
let tokens: string[] = [];

class Request extends EventTarget {
  upload = new EventTarget();
  status = 0;
  response: unknown;
  open() {}
  setRequestHeader(_name: string, value: string) {
    tokens.push(value);
  }
  abort() {
    this.dispatchEvent(new Event("abort"));
  }
  send() {
    this.upload.dispatchEvent(Object.assign(new Event("progress"), { loaded: 1, total: 4 }));
    const answer = answers.shift();
    if (!answer) return;
    [this.status, this.response] = answer;
    setTimeout(() => this.dispatchEvent(new Event("load")));
  }
}

beforeEach(() => {
  tokens = [];
  vi.stubGlobal("XMLHttpRequest", Request);
});
afterEach(() => vi.unstubAllGlobals());

function session(): Session {
  let token = 1;
  const fake = { accessToken: async () => `token ${token}`, renew: async () => void token++ };
  return fake as unknown as Session;
}

const send = (told = () => {}, signal = new AbortController().signal) =>
  upload(session(), new FormData(), told, signal);

test("tells how much is on its way, and takes another token where the first no longer counts", async () => {
  answers = [
    [401, {}],
    [202, { id: "job_1" }],
  ];
  const told = vi.fn<() => void>();
  expect(await send(told)).toEqual({ id: "job_1" });
  expect(tokens).toEqual(["Bearer token 1", "Bearer token 2"]);
  expect(told).toHaveBeenCalledWith(0.25);
});

test("a refusal keeps its code, its words and its field", async () => {
  answers = [[413, { errorCode: "payload_too_large", message: "Too large", field: "users" }]];
  await expect(send()).rejects.toMatchObject({ status: 413, code: "payload_too_large", field: "users" });
});

test("an upload that is stopped ends", async () => {
  answers = [];
  const stopper = new AbortController();
  const sent = send(() => {}, stopper.signal);
  await Promise.resolve();
  stopper.abort();
  await expect(sent).rejects.toMatchObject({ name: "AbortError" });
});
