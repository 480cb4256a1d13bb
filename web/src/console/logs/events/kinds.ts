/** What sort of thing happened; the filter offers these. */
export const GROUPS = [
  "signIns",
  "failures",
  "locks",
  "changes",
  "signUps",
  "passwords",
  "access",
  "tokens",
  "jobs",
] as const;
/** One of them. */
export type Group = (typeof GROUPS)[number];

/** How it went: well, badly, taking something away, or neither. */
export type Outcome = "good" | "bad" | "warning" | "plain";

/** A kind of event, with Auth0's type code and description by which the API finds it. */
export interface Kind {
  kind: string;
  type: string;
  description: string;
  group: Exclude<Group, "failures">;
  outcome: Outcome;
}

type Row = [kind: string, type: string, description: string, group: Kind["group"], outcome?: Outcome];

const ROWS: Row[] = [
  ["tenant.created", "sapi", "Create a tenant", "changes"],
  ["user.created", "sapi", "Create a User", "changes", "good"],
  ["user.updated", "sapi", "Update a User", "changes"],
  ["user.status_changed", "sapi", "Change a User's status", "changes", "warning"],
  ["user.role_changed", "sapi", "Change a User's platform role", "changes", "warning"],
  ["user.password_changed", "scp", "Change a User's password", "passwords", "warning"],
  ["users.changed_at_once", "sapi", "Change many Users at once", "changes", "warning"],
  ["user.deleted", "sdu", "Delete a User", "changes", "warning"],
  ["client.created", "sapi", "Create a client", "changes", "good"],
  ["client.updated", "sapi", "Update a client", "changes"],
  ["client_grant.created", "sapi", "Create a client grant", "changes"],
  ["client_grant.updated", "sapi", "Update a client grant", "changes"],
  ["client_grant.deleted", "sapi", "Delete a client grant", "changes", "warning"],
  ["client.secret_rotated", "sapi", "Rotate a client secret", "changes", "warning"],
  ["client.secret_read", "mgmt_api_read", "Read a client secret", "changes", "warning"],
  ["client.deleted", "sapi", "Delete a client", "changes", "warning"],
  ["token.machine_issued", "seccft", "Client Credentials for Access Token", "tokens"],
  ["token.machine_refused", "feccft", "Client Credentials for Access Token refused", "tokens", "bad"],
  ["sign_in.succeeded", "s", "Success Login", "signIns", "good"],
  ["sign_in.silent", "ssa", "Success Silent Auth", "signIns"],
  ["sign_in.refused", "f", "Failed Login", "signIns", "bad"],
  ["sign_in.wrong_password", "fp", "Failed Login (Incorrect Password)", "signIns", "bad"],
  ["sign_in.unknown_user", "fu", "Failed Login (Invalid Email/Username)", "signIns", "bad"],
  ["sign_in.silent_refused", "fsa", "Failed Silent Auth", "signIns", "plain"],
  ["sign_in.account_locked", "limit_wc", "Blocked Account", "locks", "warning"],
  ["sign_in.address_locked", "limit_mu", "Blocked IP Address", "locks", "warning"],
  ["sign_in.lock_lifted", "ublkdu", "User login block released", "locks"],
  ["sign_out.succeeded", "slo", "Success Logout", "signIns"],
  ["sign_out.refused", "flo", "Failed Logout", "signIns", "bad"],
  ["sign_up.succeeded", "ss", "Success Signup", "signUps", "good"],
  ["sign_up.refused", "fs", "Failed Signup", "signUps", "bad"],
  ["token.code_exchanged", "seacft", "Success Exchange (Authorization Code for Access Token)", "tokens"],
  ["token.code_refused", "feacft", "Failed Exchange (Authorization Code for Access Token)", "tokens", "bad"],
  ["token.refresh_exchanged", "sertft", "Success Exchange (Refresh Token for Access Token)", "tokens"],
  ["token.refresh_refused", "fertft", "Failed Exchange (Refresh Token for Access Token)", "tokens", "bad"],
  ["token.refresh_reused", "ferrt", "Failed Exchange (Rotating Refresh Token)", "tokens", "bad"],
  ["token.refresh_revoked", "srrt", "Success Revoke (Refresh Token)", "access"],
  ["session.revoked", "session_revoked", "Session Revoked", "access", "warning"],
  ["user.access_revoked", "access_revoked", "Access Revoked", "access", "warning"],
  ["consent.given", "consent_given", "Consent Given", "access", "good"],
  ["consent.revoked", "consent_revoked", "Consent Revoked", "access", "warning"],
  ["password.change_requested", "scpr", "Success Change Password Request", "passwords"],
  ["password.changed", "scp", "Success Change Password", "passwords", "good"],
  ["password.change_refused", "fcp", "Failed Change Password", "passwords", "bad"],
  ["email.verification_requested", "svr", "Success Verification Email Request", "passwords"],
  ["email.verified", "sv", "Success Verification Email", "passwords", "good"],
  ["email.verification_refused", "fv", "Failed Verification Email", "passwords", "bad"],
  ["ticket.created", "sapi", "Create a ticket", "changes"],
  ["mail.failed", "fn", "Failed to send an email notification", "jobs", "bad"],
  ["settings.updated", "sapi", "Update tenant settings", "changes"],
  ["connection.updated", "sapi", "Update a connection", "changes"],
  ["resource_server.created", "sapi", "Create a resource server", "changes", "good"],
  ["resource_server.updated", "sapi", "Update a resource server", "changes"],
  ["resource_server.deleted", "sapi", "Delete a resource server", "changes", "warning"],
  ["role.created", "sapi", "Create a role", "changes", "good"],
  ["role.updated", "sapi", "Update a role", "changes"],
  ["role.deleted", "sapi", "Delete a role", "changes", "warning"],
  ["role.permissions_changed", "sapi", "Change the permissions of a role", "changes"],
  ["user.roles_changed", "sapi", "Change the roles of a user", "changes"],
  ["user.permissions_changed", "sapi", "Change the permissions of a user", "changes"],
  ["job.created", "sapi", "Create a job", "jobs"],
  ["job.completed", "job_completed", "Job Completed", "jobs", "good"],
  ["job.failed", "job_failed", "Job Failed", "jobs", "bad"],
  ["job.cancelled", "job_cancelled", "Job Cancelled", "jobs", "warning"],
  ["act.refused", "fapi", "A rule refused the request", "changes", "bad"],
];

/** All kinds of event. */
export const KINDS: Kind[] = ROWS.map(([kind, type, description, group, outcome = "plain"]) => ({
  kind,
  type,
  description,
  group,
  outcome,
}));

const BY_NAME = new Map(KINDS.map((kind) => [kind.kind, kind]));

/** What is known of a kind; of one that a newer server has, only that it is no more than a change. */
export function kindOf(name: string): Kind {
  return BY_NAME.get(name) ?? { kind: name, type: "", description: "", group: "changes", outcome: "plain" };
}

/** The kinds of a group; failures are the ones of all groups that went badly. */
export function kindsOf(group: Group): Kind[] {
  return KINDS.filter((kind) => (group === "failures" ? kind.outcome === "bad" : kind.group === group));
}
