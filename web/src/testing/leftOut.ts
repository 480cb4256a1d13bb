/** A reason why texts of the server need no words in other languages, and where or which they are. */
export interface LeftOut {
  reason: string;
  /** Files or folders below `crates`. */
  paths?: string[];
  texts?: string[];
}

/** Codes that no request of the console can be answered with. */
export const CODES_LEFT_OUT: { reason: string; codes: string[] }[] = [
  {
    reason: "of /authorize and /oauth/token: signing in to the console is told by words/entry.json",
    codes: [
      "access_denied",
      "consent_required",
      "interaction_required",
      "invalid_client",
      "invalid_grant",
      "invalid_request",
      "invalid_scope",
      "login_required",
      "registration_not_supported",
      "request_not_supported",
      "request_uri_not_supported",
      "unauthorized",
      "unauthorized_client",
      "unsupported_grant_type",
      "unsupported_response_type",
    ],
  },
  {
    reason: "of the hosted pages and of people's own accounts, which have words of their own",
    codes: [
      "cross_site_request",
      "flow_expired",
      "flow_step",
      "invalid_code",
      "invalid_signup",
      "invalid_ticket",
      "invalid_user_password",
      "password_change_disabled",
      "signup_disabled",
    ],
  },
];

/** Texts that are not told by themselves. */
export const TEXTS_LEFT_OUT: LeftOut[] = [
  {
    reason: "of signing in, and of people's own accounts",
    paths: ["model/src/oauth", "model/src/user/sign_up.rs", "accounts/src/self_service", "signin/src/bearer"],
  },
  { reason: "of searches in Auth0's older ways, which the console does not use", paths: ["model/src/advanced_search"] },
  {
    reason: "no refusals: the catalogues themselves, names of things, documentation",
    paths: [
      "model/src/codes.rs",
      "model/src/scope.rs",
      "model/src/user/fields.rs",
      "model/src/client/console.rs",
      "accounts/src/bootstrap.rs",
      "accounts/src/mail",
      "accounts/src/jobs/link.rs",
      "accounts/src/tickets/asker.rs",
      "http/src/management/clients/metadata.rs",
      "http/src/management/document.rs",
      "http/src/management/logs/codes.rs",
      "http/src/management/roles/members.rs",
      "http/src/management/schema",
    ],
    texts: [
      "true or false",
      "an object",
      "an array",
      "Anteroom Management API",
      "take the key of an HMAC",
      "encrypt a signer key",
    ],
  },
  {
    reason: "of fields and options that the console never sends",
    paths: [
      "model/src/client/fixed.rs",
      "model/src/connection/options.rs",
      "accounts/src/tickets/create.rs",
      "http/src/management/client_grants/body.rs",
      "http/src/management/clients/list.rs",
      "http/src/management/clients/nested.rs",
      "http/src/management/device_credentials",
      "http/src/management/jobs/list.rs",
      "http/src/management/logs/mod.rs",
      "http/src/management/refresh_tokens/revoke.rs",
      "http/src/management/tickets",
      "http/src/management/users/list.rs",
      "http/src/management/users/create_many.rs",
    ],
    texts: ["says something else than {}: send one of them"],
  },
  { reason: "of the operator's commands", paths: ["model/src/tenant.rs", "accounts/src/tenants.rs"] },
  {
    reason: "of requests that no browser makes for the console: forms, broken headers and lengths",
    paths: ["http/src/extract/form.rs", "http/src/extract/conditional.rs"],
    texts: [
      "Bad HTTP authentication header format",
      "Send the body as application/json.",
      "Send the body as multipart/form-data.",
      "X-Correlation-ID must not have more than 64 characters.",
      "Must provide 'connection_id' as multipart part.",
      "Only the tenant's own applications may do this for their users.",
      "String does not match pattern ^con_[A-Za-z0-9]{}$",
    ],
  },
  {
    reason: "parts of a text, which are put together where they stand",
    paths: ["http/src/extract/body.rs", "http/src/management/jobs/multipart.rs"],
  },
  {
    reason: "the words of their code say as much",
    texts: [
      "Insufficient scope, expected any of: update:client_keys",
      "Insufficient scope, expected any of: update:clients",
      "Insufficient scope, expected any of: update:users",
      "Insufficient scope, expected any of: {}",
      "Job not found.",
      "Missing authentication",
      "The Idempotency-Key was used with another request.",
      "The client does not exist.",
      "The client grant does not exist.",
      "The client that the Idempotency-Key made is gone.",
      "The cursor is not one of this list.",
      "The id must be printable ASCII without spaces, at most 255 characters.",
      "The job is over already.",
      "The link is too old, or was not made for this job. Read the job for another one.",
      "The log event does not exist.",
      "The refresh token does not exist.",
      "The request could not be answered now.",
      "The resource server does not exist.",
      "The resource server that the Idempotency-Key made is gone.",
      "The role already exists.",
      "The role does not exist.",
      "The role that the Idempotency-Key made is gone.",
      "The search takes longer than a request may. Narrow it, or ask for no exact total.",
      "The session does not exist.",
      "The user does not exist.",
      "The user that the Idempotency-Key made is gone.",
      "There is no such field of a user.",
      "This list is paged by page and per_page.",
      "Use either page and per_page, or from and take.",
      "Use one of page, after, and from with take.",
    ],
  },
];
