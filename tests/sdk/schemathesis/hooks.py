"""What schemathesis may not do here, and the refusals of valid requests that the document announces in words."""

import itertools
import json
import os
import urllib.request
from urllib.parse import unquote

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import EnsureResourceAvailability, RejectedPositiveData, UseAfterFree

with open(os.environ["TEST_KEY_FILE"], encoding="utf-8") as file:
    OWN_CLIENT = json.load(file)["client_id"]

# The user whom the document's examples name, made by prepare.py.
EXAMPLE_USER = "auth0|507f1f77bcf86cd799439020"


def own_grant():
    """The grant by which the client that calls may do all this."""
    url = f"{os.environ['TEST_URL']}/api/v2/client-grants?client_id={OWN_CLIENT}"
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {os.environ['TEST_TOKEN']}"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)[0]["id"]


OWN_GRANT = own_grant()

# Who is not to be lost on the way: with another secret or fewer scopes, the client that calls could do nothing more.
KEPT = {
    "post_rotate-secret": OWN_CLIENT,
    "patch_clients_by_id": OWN_CLIENT,
    "delete_clients_by_id": OWN_CLIENT,
    "patch_client-grants_by_id": OWN_GRANT,
    "delete_client-grants_by_id": OWN_GRANT,
    "delete_users_by_id": EXAMPLE_USER,
}

# What no two users or requests may have in common, and values that nobody has.
UNIQUE = {
    "email": (f"anybody{number}@example.com" for number in itertools.count()),
    "username": (f"anybody{number}" for number in itertools.count()),
    "phone_number": (f"+{number:015}" for number in itertools.count()),
    "external_id": (f"anybody{number}" for number in itertools.count()),
    "user_id": (f"auth0|anybody{number}" for number in itertools.count()),
    "Idempotency-Key": (f"request{number}" for number in itertools.count()),
}
taken = set()

# Rules that no JSON Schema can say: what is a cursor or a query, which fields do not change together, what the database
# holds, which passwords are common. Each is in the description of the operation's 400 or 412. An operation that is not
# here accepts all that its schema allows. `field*` stands for the field and everything within it.
CURSOR = {("invalid_paging", "from")}
QUERY = {("invalid_search_query", "q")}
# An event that is there, and no other place to begin at.
AFTER = {("invalid_paging", "after")}
# Dates, and searches whose mode, text and number of values must fit each other.
TIMES = {("invalid_query_string", f"{event}_{end}") for event in ("created", "last_login") for end in ("from", "to")}
SEARCH = QUERY | TIMES | {("invalid_query_string", name) for name in ("search*", "mode*")}
PASSWORD = {("invalid_password", "password")}
VERSION = {("precondition_failed", "If-Match")}
# Bodies whose fields bear on each other, on what is stored, or are addresses, scopes or ids of something.
FIELDS = {("invalid_body", "*"), ("operation_not_supported", "*"), ("inexistent_connection", "*")}
STATE = {("operation_not_supported", "*")}
ADDRESS = {("invalid_uri", "id")}
# A name that people can read; how many there can be; scopes that an API has, none of them the Management API's.
ROLE = {("invalid_body", "name"), ("limit_reached", ""), ("limit_reached", "is_default")}
LIMIT = {("limit_reached", "")}
PERMISSIONS = LIMIT | {("invalid_body", "permissions*"), ("operation_not_supported", "permissions*")}
ANNOUNCED = {
    "get_users": CURSOR | SEARCH,
    "get_logs": CURSOR | QUERY | AFTER,
    "get_logs_by_user": QUERY | AFTER,
    "get_daily": {("invalid_query_string", "from"), ("invalid_query_string", "to")},
    "get_clients": CURSOR | {("invalid_query_string", "app_type")},
    "get_client-grants": CURSOR,
    "get_connections": CURSOR,
    "post_users": FIELDS | PASSWORD,
    "post_users_bulk_actions": FIELDS,
    "patch_users_by_id": FIELDS | PASSWORD | VERSION,
    "patch_user-fields_by_id": {("invalid_body", "label")},
    "post_clients": FIELDS,
    "patch_clients_by_id": FIELDS,
    "post_client-grants": FIELDS,
    "patch_client-grants_by_id": FIELDS,
    "patch_connections_by_id": FIELDS,
    "post_resource-servers": FIELDS,
    "patch_resource-servers_by_id": FIELDS,
    "patch_settings": FIELDS,
    "patch_prompts": FIELDS,
    "patch_brute-force-protection": FIELDS,
    "patch_suspicious-ip-throttling": FIELDS,
    "post_device-credentials": {("operation_not_supported", "type")},
    "revoke_refresh_tokens": FIELDS,
    "patch_users_status": {("invalid_body", "notify")},
    "user_revoke_access": FIELDS,
    "post_verification-email": FIELDS,
    "post_users-exports": FIELDS | QUERY,
    "post_users-imports": FIELDS,
    "get_jobs": CURSOR,
    "get_errors": CURSOR,
    "post_email-verification": FIELDS,
    "post_password-change": FIELDS,
    "get_ips_by_id": ADDRESS,
    "delete_ips_by_id": ADDRESS,
    "delete_resource-servers_by_id": STATE,
    "get_sessions_for_client": CURSOR,
    "get_sessions_for_user": CURSOR,
    "get_refresh_tokens_for_user": CURSOR,
    "get_refresh_tokens": CURSOR,
    "post_roles": ROLE,
    "patch_roles_by_id": ROLE,
    "get_role_user": CURSOR,
    "post_role_users": LIMIT,
    "post_user_roles": LIMIT,
    "post_role_permission_assignment": PERMISSIONS,
    "post_permissions": PERMISSIONS,
    "get_user_effective_roles": CURSOR,
    "get_user_effective_permissions": CURSOR,
    "get_user_effective_permission_role_sources": CURSOR,
}

BULK = "post_users_bulk"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Turns away from what is to be kept, and lets valid requests agree with themselves and with earlier ones."""
    operation = operation_id(case)
    if operation in KEPT and unquote(str(case.path_parameters.get("id"))) == KEPT[operation]:
        case.path_parameters = {"id": "nobody"}
    if case.meta.generation.mode.is_positive:
        case.headers.update(agreeing_headers(case.headers))
        case.query = agreeing_query(case.query)
        case.body = agreeing_body(operation, case.body)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Drops the refusal of a valid request if the document announces it, or if what its body names is not there."""
    # Each of many users has an answer of its own.
    if isinstance(failure, AcceptedNegativeData) and operation_id(case) == BULK:
        return not any(result["status"] == 400 for result in response.json()["results"])
    if isinstance(failure, EnsureResourceAvailability):
        return "field" not in response.json()
    # These take away what their body names, not the list that the path names.
    if isinstance(failure, UseAfterFree):
        return not failure.free.startswith("DELETE") or not failure.free.endswith(("/permissions", "/roles"))
    if not isinstance(failure, RejectedPositiveData) or response.status_code not in (400, 412):
        return True
    body = response.json()
    field = body.get("field", "")
    whole = field.split(".")[0].split("[")[0] + "*"
    announced = ANNOUNCED.get(operation_id(case), set())
    return not announced & {(body["errorCode"], name) for name in (field, whole, "*")}


def operation_id(case):
    return case.operation.definition.raw["operationId"]


def agreeing_headers(headers):
    changed = {name: unused(name, headers[name]) for name in ("Idempotency-Key",) if name in headers}
    # The coverage phase writes headers of letters and digits alone, which no entity tag is.
    if headers.get("If-Match", "*")[:1] not in ("*", '"'):
        changed["If-Match"] = "*"
    return changed


def agreeing_query(query):
    """One kind of paging, and a made-up cursor only by itself."""
    query = without(query, {"from"} if len(query) > 1 else {})
    return without(query, {"page", "per_page"} if "take" in query else {})


def agreeing_body(operation, body):
    if operation == "post_users" and not {"email", "username", "phone_number"} & body.keys():
        body = {**body, "username": "anybody"}
    # One first password of four kinds; and nobody has made a role.
    if operation == "post_users":
        kinds = [kind for kind in ("password", "generate_password", "password_hash", "custom_password_hash") if kind in body]
        body = without(body, {*kinds[1:], "roles"})
    # With the one connection switched off nobody could be made any more.
    if operation == "patch_connections_by_id":
        body = without(body, {"enabled"})
    if operation == "patch_users_by_id" and {"email", "email_verified"} & body.keys():
        body = without(body, {"password", "username"})
    if operation == "patch_users_by_id" and "username" in body:
        body = without(body, {"password"})
    # A mail tells of a new password alone.
    if operation == "patch_users_by_id" and "password" not in body:
        body = without(body, {"notify"})
    if operation in ("post_users", "patch_users_by_id"):
        body = {field: unused(field, value) if field in UNIQUE else value for field, value in body.items()}
    return body


def unused(field, value):
    """The value the first time; the coverage phase uses the same ones again and again."""
    value = next(UNIQUE[field]) if value is not None and (field, value) in taken else value
    taken.add((field, value))
    return value


def without(fields, names):
    return {name: value for name, value in fields.items() if name not in names}
