import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ADA, showUser } from "../testing";

// S2.L21.1 S2.L21.3
test("each account at a connection stands with what its provider said, which nobody can change here", async () => {
  const identities = [
    ...(ADA.identities ?? []),
    { connection: "github", provider: "github", user_id: "4711", isSocial: true, profileData: { bio: "Countess" } },
  ];
  const { user } = await showUser({}, { ...ADA, identities });
  await user.click(screen.getByRole("tab", { name: "Identities" }));
  for (const name of ["Users", "github"]) expect(await screen.findByRole("heading", { name })).toBeDefined();
  expect(screen.getByText("4711")).toBeDefined();
  const data = await screen.findByLabelText("What the provider says");
  expect(data.textContent).toContain("Countess");
  expect(data.getAttribute("aria-readonly")).toBe("true");
});
