import { screen } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { User } from "../../../api/types";
import { show } from "../../../testing/render";
import { serve, type Answer } from "../../../testing/server";
import { UserView } from "./UserPage";

/** A user to look at in tests. */
export const ADA: User = {
  user_id: "auth0|ada",
  public_id: "0123",
  name: "Ada Lovelace",
  nickname: "ada",
  company: "Engines",
  email: "ada@example.com",
  email_verified: true,
  status: "active",
  platform_role: "user",
  identities: [{ connection: "Users", provider: "auth0", user_id: "ada", isSocial: false }],
};

const SCOPES = ["read:users", "update:users", "delete:users"];

/** Shows a user's page over a server that has this user at version 1, and what else is answered. */
export async function showUser(answers: Record<string, Answer> = {}, user: User = ADA, scopes = SCOPES) {
  const path = `/api/v2/users/${user.user_id}`;
  const { asked } = serve({
    [`GET ${path}`]: () => tagged(user, 1),
    [`GET /api/v2/user-blocks/${user.user_id}`]: () => ({ blocked_for: [] }),
    ...answers,
  });
  const shown = await show(<UserView userId={user.user_id ?? ""} />, {
    scopes,
    at: "/users/ada",
    platformRole: "admin",
  });
  await screen.findByRole("heading", { level: 1, name: user.name ?? "" });
  return { ...shown, asked, path };
}

/** A user with its version, as the API answers it. */
export function tagged(user: User, version: number): Response {
  return Response.json(user, { headers: { etag: `"${version}"` } });
}

/** The changes that were asked for: their bodies and versions. */
export async function changesAmong(asked: Request[]): Promise<{ body: unknown; version: string | null }[]> {
  const changes = asked.filter(({ method }) => method === "PATCH");
  return Promise.all(
    changes.map(async (request) => ({ body: await request.clone().json(), version: request.headers.get("if-match") })),
  );
}

/** Writes into a field at once: letter by letter a form as large takes long in tests. */
export async function fill(user: UserEvent, label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}
