import httpx
import pytest
from auth0.management import ManagementClient
from auth0.management.errors import BadRequestError, ConflictError, ForbiddenError, NotFoundError, UnauthorizedError
from conftest import CONNECTION, refused, unique_word


def test_404_a_user_that_is_not_there(management):
    error = refused(management.users.get, "auth0|000000000000000000000000")
    assert isinstance(error, NotFoundError)
    assert error.body == {
        "statusCode": 404,
        "error": "Not Found",
        "message": "The user does not exist.",
        "errorCode": "inexistent_user",
    }


def test_409_an_address_that_is_taken_in_whatever_case(management, create_user):
    taken = create_user().email
    for email in (taken, taken.upper()):
        error = refused(management.users.create, connection=CONNECTION, email=email)
        assert isinstance(error, ConflictError)
        assert error.body == {
            "statusCode": 409,
            "error": "Conflict",
            "message": "The user already exists.",
            "errorCode": "auth0_idp_error",
            "field": "email",
        }


def test_409_is_repeated_by_the_sdk_and_stays_a_409(management, create_user):
    with pytest.raises(ConflictError):
        management.users.create(connection=CONNECTION, email=create_user().email)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"email": "not an address"}, "email"),
        ({"phone_number": "0151 23"}, "phone_number"),
        ({"email": "a@example.com", "blocked": "yes"}, "blocked"),
        ({"email": "a@example.com", "name": "a\0b"}, "name"),
        ({"email": "a@example.com", "user_metadata": {"a.b": 1}}, "user_metadata"),
    ],
)
def test_400_a_body_that_is_wrong(management, body, named):
    error = refused(management.users.create, connection=CONNECTION, **body)
    assert isinstance(error, BadRequestError)
    assert (error.body["error"], error.body["errorCode"]) == ("Bad Request", "invalid_body")
    assert named in error.body["message"]


def test_400_no_identifier(management):
    error = refused(management.users.create, connection=CONNECTION, given_name="Nobody")
    assert (error.status_code, error.body["errorCode"]) == (400, "identifier_missing")


def test_400_a_field_that_does_not_exist(management):
    more = {"max_retries": 0, "additional_body_parameters": {"shoe_size": 44}}
    with pytest.raises(BadRequestError) as caught:
        management.users.create(connection=CONNECTION, email="a@example.com", request_options=more)
    assert "shoe_size" in caught.value.body["message"]


def test_400_a_page_out_of_range(management):
    for query in ({"page": -1}, {"per_page": 101}):
        error = refused(management.users.list, **query)
        assert isinstance(error, BadRequestError)
        assert error.body["errorCode"] == "invalid_query_string"
        assert next(iter(query)) in error.body["message"]


def test_401_no_token_or_one_that_is_none(key):
    bare = httpx.get(f"https://{key.domain}/api/v2/users")
    assert (bare.status_code, bare.json()["message"]) == (401, "Missing authentication")
    error = refused(ManagementClient(domain=key.domain, token="nonsense").users.list)
    assert isinstance(error, UnauthorizedError)
    assert error.body["error"] == "Unauthorized"


def test_401_a_wrong_secret_gets_no_token(key):
    stranger = ManagementClient(domain=key.domain, client_id=key.client_id, client_secret="wrong")
    with pytest.raises(httpx.HTTPStatusError) as caught:
        stranger.users.list()
    assert caught.value.response.status_code == 401


def test_403_a_token_that_asked_for_fewer_scopes_has_no_others(key, request_token):
    token = request_token(scope="read:users").json()
    assert token["scope"] == "read:users"
    reader = ManagementClient(domain=key.domain, token=token["access_token"])
    reader.users.list(per_page=1)
    error = refused(reader.users.create, connection=CONNECTION, email=f"{unique_word()}@example.com")
    assert isinstance(error, ForbiddenError)
    assert (error.body["error"], error.body["errorCode"]) == ("Forbidden", "insufficient_scope")
    assert error.body["message"].startswith("Insufficient scope, expected any of: create:users")
