//! Every refusal's code: the catalogue that `docs/errors.md` is made from.
//!
//! Names that Auth0 has are Auth0's; the others are ours in the same style.

use crate::refusal::{Code, Kind};

macro_rules! codes {
    ($($constant:ident $name:literal $kind:ident $(($audited:ident))? $meaning:literal $remedy:literal)*) => {
        $(
            #[doc = $meaning]
            pub static $constant: Code = Code {
                name: $name,
                kind: Kind::$kind,
                meaning: $meaning,
                remedy: $remedy,
                audited: codes!(@audited $($audited)?),
            };
        )*
        /// All codes, in the order of the documentation.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
    (@audited audited) => { true };
    (@audited) => { false };
}

codes! {
    INVALID_BODY "invalid_body" Invalid
        "The body is not what the endpoint takes: broken JSON, an unknown field, a wrong type or a value that breaks a rule."
        "Correct the field that the message names."
    INVALID_QUERY "invalid_query_string" Invalid
        "A query parameter is unknown, of the wrong type or out of range."
        "Correct the parameter that the message names."
    INVALID_URI "invalid_uri" Invalid
        "The path holds something that cannot be an id."
        "Send the id percent-encoded, as the API returned it."
    INVALID_PAGING "invalid_paging" Invalid
        "The paging parameters contradict each other, or the cursor is not one of this list."
        "Use either page and per_page, or from and take with the next value of the answer before."
    INVALID_SEARCH "invalid_search_query" Invalid
        "The search query cannot be understood."
        "Correct the query at the position that the message names; docs/search.md shows the grammar."
    INVALID_PASSWORD "invalid_password" Invalid
        "The password is too short, too long or one of the common ones."
        "Choose a longer password that is not on lists of common ones."
    OPERATION_NOT_SUPPORTED "operation_not_supported" Invalid
        "The change does not fit the state that the user or the connection is in."
        "Use the operation that the message names."
    CONNECTION_UNKNOWN "inexistent_connection" Invalid
        "The connection named does not exist in this tenant."
        "List the connections and use the name of one of them."
    INVALID_HEADER "invalid_header" Invalid
        "A request header has a form or length that is not taken."
        "Correct the header that the message names."
    IDENTIFIER_MISSING "identifier_missing" Invalid
        "A user needs at least one of email, phone_number and username."
        "Send at least one of them."
    LIMIT_REACHED "limit_reached" Invalid
        "There are as many as there can be: 1000 roles, 50 roles of a user, 1000 permissions of a role or of a user."
        "Take some away first."
    OAUTH_INVALID_REQUEST "invalid_request" Invalid
        "A parameter of the token request is missing, sent twice or of the wrong form (RFC 6749 §5.2)."
        "Correct the parameter that error_description names."
    OAUTH_UNSUPPORTED_GRANT "unsupported_grant_type" Invalid
        "The token endpoint does not know the grant type (RFC 6749 §5.2)."
        "Use one of grant_types_supported in /.well-known/openid-configuration."
    OAUTH_INVALID_SCOPE "invalid_scope" Invalid
        "A scope asked for is not one that the client was granted (RFC 6749 §5.2)."
        "Ask for granted scopes only, or for none to get all of them."
    OAUTH_INVALID_CLIENT "invalid_client" Unauthenticated
        "The client is unknown or did not prove itself (RFC 6749 §5.2)."
        "Check client id and secret; a rotated secret no longer works."
    OAUTH_UNAUTHORIZED_CLIENT "unauthorized_client" Forbidden
        "The client may not use this grant type (RFC 6749 §5.2)."
        "Use a client of type non_interactive for client_credentials."
    OAUTH_ACCESS_DENIED "access_denied" Forbidden
        "The client was not granted the audience it asks for, or asks for none."
        "Send the audience of an API that the client has a client grant for."
    OAUTH_INVALID_GRANT "invalid_grant" Invalid
        "The code or refresh token is unknown, expired, used, revoked, or was given to another client or for another redirect_uri (RFC 6749 §5.2)."
        "Send the person to sign in again."
    OAUTH_UNSUPPORTED_RESPONSE_TYPE "unsupported_response_type" Invalid
        "The authorization request asks for another response than a code (RFC 6749 §4.1.2.1)."
        "Use response_type=code."
    OAUTH_REQUEST_NOT_SUPPORTED "request_not_supported" Invalid
        "Request objects are not taken (OpenID Connect Core §3.1.2.6)."
        "Send the parameters themselves."
    OAUTH_REQUEST_URI_NOT_SUPPORTED "request_uri_not_supported" Invalid
        "Request objects by reference are not taken (OpenID Connect Core §3.1.2.6)."
        "Send the parameters themselves."
    OAUTH_REGISTRATION_NOT_SUPPORTED "registration_not_supported" Invalid
        "Applications do not register themselves in a request (OpenID Connect Core §3.1.2.6)."
        "Make a client with the Management API and send its client_id."
    OAUTH_LOGIN_REQUIRED "login_required" Forbidden
        "The request wants no page, and nobody is signed in, or not recently enough (OpenID Connect Core §3.1.2.6)."
        "Send the person to sign in without prompt=none."
    OAUTH_CONSENT_REQUIRED "consent_required" Forbidden
        "The request wants no page, and the person has not agreed to what it asks for (OpenID Connect Core §3.1.2.6)."
        "Send the person to sign in without prompt=none."
    OAUTH_INTERACTION_REQUIRED "interaction_required" Forbidden
        "The request wants no page, and the person has something to do first (OpenID Connect Core §3.1.2.6)."
        "Send the person to sign in without prompt=none."
    OAUTH_UNAUTHORIZED "unauthorized" Forbidden
        "The person proved who it is but may not sign in: the account is blocked."
        "An administrator lifts the block; try no more until then."
    SIGN_IN_FAILED "invalid_user_password" Invalid
        "Nobody is known by that identifier with that password, or the account cannot be signed in to at this moment."
        "Check both; after several failures wait some minutes, or choose another password by mail."
    FLOW_UNKNOWN "flow_expired" NotFound
        "The sign-in is over, or was begun in another browser."
        "Begin it again at the application."
    FLOW_STEP "flow_step" Conflict
        "The sign-in is at another step."
        "Read the flow and do the step it names."
    CROSS_SITE "cross_site_request" Forbidden
        "The request was sent by a page of another site."
        "Send it from the page itself."
    TICKET_UNKNOWN "invalid_ticket" NotFound
        "The link is not known, was used before or is too old."
        "Ask for another one."
    RESET_CODE_WRONG "invalid_code" Invalid
        "The code is not that of the newest mail that this browser asked for, was used before, or is too old."
        "Check it; after several wrong ones, or ten minutes, ask for another mail, or follow the link of the newest one."
    SIGN_UP_OFF "signup_disabled" Forbidden
        "Nobody can sign up at this connection."
        "An administrator makes the account, or switches sign-up on."
    SIGN_UP_REFUSED "invalid_signup" Invalid
        "The account cannot be made, perhaps because there is one already."
        "Sign in, or choose another password by mail."
    PASSWORD_CHANGE_OFF "password_change_disabled" Forbidden
        "People do not change their passwords themselves at this connection."
        "Ask an administrator."
    SESSION_UNKNOWN "inexistent_session" NotFound
        "The session does not exist in this tenant, or has ended."
        "List the user's sessions."
    REFRESH_TOKEN_UNKNOWN "inexistent_refresh_token" NotFound
        "The refresh token does not exist in this tenant, or has ended."
        "List the user's refresh tokens."
    CONSENT_UNKNOWN "inexistent_grant" NotFound
        "The grant does not exist in this tenant."
        "List the user's grants."
    ADDRESS_NOT_BLOCKED "inexistent_ip_block" NotFound
        "The address is not blocked."
        "Nothing is to be lifted."
    JOB_UNKNOWN "inexistent_job" NotFound
        "The job does not exist in this tenant, or was forgotten after a day."
        "Check the id that was answered when the job was made."
    JOB_LINK "invalid_job_link" NotFound
        "The link to a job's file is older than a minute, or was not made for this job."
        "Read the job again: its location is a new link."
    JOB_OVER "job_over" Conflict
        "The job ended before it could be called off."
        "Read the job: its status says how it ended."
    AUTHENTICATION_MISSING "missing_authentication" Unauthenticated
        "The request has no access token."
        "Send the header Authorization: Bearer with an access token for the Management API."
    TOKEN_INVALID "invalid_token" Unauthenticated
        "The access token is broken, not signed by this server, expired, revoked or meant for another API."
        "Get a new access token from /oauth/token."
    INSUFFICIENT_SCOPE "insufficient_scope" Forbidden
        "The access token, the client's grant or the caller's platform role does not hold the scope."
        "Grant the client one of the scopes that the message names and get a new token."
    SUPER_ADMIN_PROTECTED "super_admin_protected" Forbidden (audited)
        "Only a super administrator may change a super administrator."
        "Ask a super administrator."
    SUPER_ADMIN_ONLY "super_admin_only" Forbidden (audited)
        "Only a super administrator may grant the platform role super_admin."
        "Ask a super administrator."
    RANK_EXCEEDED "rank_exceeded" Forbidden (audited)
        "Nobody grants, re-keys or removes what exceeds the own rank and scopes."
        "Use a caller of at least that rank with at least those scopes."
    CLIENT_BUILT_IN "client_built_in" Forbidden (audited)
        "The client is the server's own, such as the console's: neither it nor its grants can be changed."
        "Make a client for your application, and grant that one what it needs."
    OWN_ACCOUNT "own_account" Forbidden (audited)
        "Nobody changes the own platform role or status, or deletes the own account, through the Management API."
        "Ask another administrator."
    USER_UNKNOWN "inexistent_user" NotFound
        "The user does not exist in this tenant."
        "Check the id; it must be percent-encoded in the path."
    USER_FIELD_UNKNOWN "inexistent_user_field" NotFound
        "There is no built-in field of users by this name."
        "Check the name; GET /api/v2/user-fields lists all of them."
    CLIENT_UNKNOWN "inexistent_client" NotFound
        "The client does not exist in this tenant."
        "Check the client id."
    RESOURCE_SERVER_UNKNOWN "inexistent_resource_server" NotFound
        "The resource server does not exist in this tenant."
        "Check the id or identifier."
    CONNECTION_NOT_FOUND "connection_not_found" NotFound
        "The connection does not exist in this tenant."
        "Check the id."
    CLIENT_GRANT_UNKNOWN "inexistent_client_grant" NotFound
        "The client grant does not exist in this tenant."
        "Check the id."
    ROLE_UNKNOWN "inexistent_role" NotFound
        "The role does not exist in this tenant."
        "List the roles and use the id of one of them."
    LOG_UNKNOWN "inexistent_log" NotFound
        "The log event does not exist in this tenant."
        "Check the log id."
    NOT_FOUND "not_found" NotFound
        "There is nothing at this path."
        "Check the path; /api/v2/openapi.json lists all of them."
    METHOD_NOT_ALLOWED "method_not_allowed" MethodNotAllowed
        "The path exists but not with this method."
        "Use one of the methods of the Allow header."
    USER_EXISTS "auth0_idp_error" Conflict
        "The email, phone number, username, user id or external id belongs to another user."
        "Update that user instead, or send another identifier."
    RESOURCE_SERVER_EXISTS "resource_server_exists" Conflict
        "The identifier belongs to another resource server or client."
        "Update that resource server instead, or send another identifier."
    ROLE_EXISTS "role_exists" Conflict
        "Another role has this name, perhaps in another case."
        "Update that role instead, or send another name."
    CLIENT_IN_USE "client_in_use" Conflict (audited)
        "The client is the one this request was made with, or the last one that can administer the tenant."
        "Make another client with at least its rank first and use that one."
    CLIENT_GRANT_EXISTS "client_grant_exists" Conflict
        "The client has a grant for this API and kind of subject already."
        "Change the scopes of the grant that the message names."
    SUPER_ADMIN_DEMOTE_FIRST "super_admin_demote_first" Conflict (audited)
        "A super administrator's status, password and account cannot be changed through the Management API."
        "Set platform_role to admin or user first."
    LAST_SUPER_ADMIN "last_super_admin" Conflict (audited)
        "The tenant would be left without an active super administrator."
        "Make another active user super administrator first."
    IDEMPOTENCY_KEY_REUSED "idempotency_key_reused" Conflict
        "The Idempotency-Key was used with another request, or what it made is gone."
        "Use a new key for a new request."
    VERSION_CHANGED "precondition_failed" PreconditionFailed
        "The resource has changed since the version named in If-Match."
        "Read it again and repeat the change on the new version."
    BODY_TOO_LARGE "payload_too_large" TooLarge
        "The body is larger than is taken."
        "Send less at once."
    QUERY_TOO_LONG "query_too_long" UriTooLong
        "The path and query are longer than is taken."
        "Shorten the query."
    MEDIA_TYPE "unsupported_media_type" UnsupportedMediaType
        "The body's media type is not taken here."
        "Send application/json."
    HOST_UNKNOWN "misdirected_request" Misdirected
        "No tenant has this host."
        "Use one of the tenant's origins; an operator adds one with anteroom tenant."
    TOO_MANY_REQUESTS "too_many_requests" TooManyRequests
        "The caller has used up its requests for now."
        "Wait for the seconds in the Retry-After header."
    SEARCH_TOO_SLOW "search_too_slow" Unavailable
        "The search, or the exact total of what it finds, takes longer than a request may."
        "Narrow the search by another condition, and ask for include_totals=estimate or none; docs/search.md tells what is quick."
    UNAVAILABLE "service_unavailable" Unavailable
        "The request could not be answered now: the database or the server was too busy, or did not answer in time."
        "Try again in a moment; where something is made, with the same Idempotency-Key."
}
