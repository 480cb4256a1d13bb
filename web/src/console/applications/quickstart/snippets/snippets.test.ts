import { expect, test } from "vitest";
import { TYPES } from "../../queries";
import { AUDIENCE_PLACE, SECRET_PLACE, valuesOf } from "../values";
import { snippetsFor } from "./index";

const APPLICATION = { client_id: "c1i3n7", callbacks: ["https://app.example.org/back"] };

test("every snippet holds what it needs of the application", () => {
  for (const type of TYPES) {
    const values = valuesOf({ ...APPLICATION, app_type: type }, "the-secret", "https://orders.example/");
    for (const { name, code } of snippetsFor(type, values)) {
      const needs = [values.clientId];
      if (type === "non_interactive") needs.push("https://orders.example/");
      else needs.push("https://app.example.org/back");
      const isPublic = type === "spa" || type === "native";
      if (!isPublic) needs.push("the-secret");
      for (const needed of needs) expect([type, name, code.includes(needed)]).toEqual([type, name, true]);
      if (isPublic) expect(code).not.toContain("the-secret");
      expect(code).not.toContain("undefined,\n  undefined");
    }
  }
});

test("what is not known has a place that says so", () => {
  const values = valuesOf({ ...APPLICATION, app_type: "non_interactive" });
  const [curl] = snippetsFor("non_interactive", values);
  expect(curl?.code).toContain(SECRET_PLACE);
  expect(curl?.code).toContain(AUDIENCE_PLACE);
});

test("without TLS the domain says so, and openid-client is told", () => {
  const values = valuesOf({ ...APPLICATION, app_type: "regular_web" });
  expect(values.domain).toBe(location.origin);
  expect(values.issuer).toBe(`${location.origin}/`);
  const codeAt = (issuer: string) => snippetsFor("regular_web", { ...values, issuer })[0]?.code;
  expect(codeAt("http://localhost:8080/")).toContain("allowInsecureRequests");
  expect(codeAt("https://accounts.example.org/")).not.toContain("allowInsecureRequests");
});
