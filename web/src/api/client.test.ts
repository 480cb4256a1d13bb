import { expect, test } from "vitest";
import { Session } from "../session/session";
import { Refused, serve } from "../testing/server";
import { answer, createApi } from "./client";

function session(): Session {
  const configuration = { clientId: "console", audience: "", scope: "", tenantName: "", version: "" };
  const claims = { sub: "auth0|me" };
  const mine = new Session(configuration, {
    accessToken: "old",
    scopes: [],
    expiresAt: Date.now() + 600_000,
    claims,
    idToken: "",
  });
  mine.renew = () => {
    Object.defineProperty(mine, "accessToken", { value: () => Promise.resolve("new") });
    return Promise.resolve();
  };
  return mine;
}

const ADA = { email: "ada@example.com", connection: "Username-Password-Authentication" };

test("a request whose token no longer counts is sent again, whole, with a new one", async () => {
  const { asked } = serve({
    "POST /api/v2/users": async (request) =>
      request.headers.get("authorization") === "Bearer new"
        ? request.json()
        : new Refused(401, { statusCode: 401, errorCode: "invalid_token", message: "no" }),
  });
  const made = await answer(createApi(session()).POST("/api/v2/users", { body: ADA }));
  expect(made).toEqual(ADA);
  expect(asked).toHaveLength(2);
});

test("a refusal keeps its code, its words and its field", async () => {
  const body = { statusCode: 400, errorCode: "invalid_body", message: "not an e-mail address", field: "email" };
  serve({ "POST /api/v2/users": () => new Refused(400, body) });
  await expect(answer(createApi(session()).POST("/api/v2/users", { body: ADA }))).rejects.toMatchObject({
    status: 400,
    code: "invalid_body",
    field: "email",
    message: "not an e-mail address",
  });
});

test("no answer at all is told as such", async () => {
  serve({
    "GET /api/v2/roles": () => {
      throw new TypeError("fetch failed");
    },
  });
  await expect(answer(createApi(session()).GET("/api/v2/roles"))).rejects.toMatchObject({
    status: 0,
    code: "unreachable",
  });
});
