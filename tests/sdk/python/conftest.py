"""What every test of this folder needs: the SDK's client, plain requests beside it, and users of its own."""

import itertools
import json
import os
import secrets
from types import SimpleNamespace

import httpx
import pytest
from auth0.management import ManagementClient
from auth0.management.core.api_error import ApiError

CONNECTION = "Username-Password-Authentication"


def unique_word() -> str:
    """A word no earlier run has used, so that a test finds its own users alone."""
    return "w" + secrets.token_hex(6)


def plain(model) -> dict:
    """The fields of an answer that were on the wire."""
    return model.model_dump(by_alias=True, exclude_unset=True)


def refused(call, *arguments, **fields) -> ApiError:
    """Makes a call that must be refused, without the SDK's retries, and answers the error."""
    with pytest.raises(ApiError) as caught:
        call(*arguments, **fields, request_options={"max_retries": 0})
    error = caught.value
    assert error.body["statusCode"] == error.status_code
    return error


@pytest.fixture(scope="session")
def key() -> SimpleNamespace:
    """The key file that the server's first start wrote."""
    with open(os.environ["TEST_KEY_FILE"], encoding="utf-8") as file:
        return SimpleNamespace(**json.load(file))


@pytest.fixture(scope="session")
def management(key) -> ManagementClient:
    return ManagementClient(
        domain=key.domain, client_id=key.client_id, client_secret=key.client_secret, audience=key.audience
    )


@pytest.fixture(scope="session")
def request_token(key):
    """Asks for a token as the SDKs do; answers the HTTP response."""

    def request(client_id=key.client_id, client_secret=key.client_secret, **more):
        form = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": client_secret,
            "audience": key.audience,
            **more,
        }
        return httpx.post(f"https://{key.domain}/oauth/token", data=form)

    return request


@pytest.fixture(scope="session")
def get(key, request_token):
    """A plain GET, for what the SDK's methods do not offer."""
    token = request_token().json()["access_token"]
    with httpx.Client(headers={"Authorization": f"Bearer {token}"}) as client:

        def request(path, **query):
            response = client.get(f"https://{key.domain}/api/v2/{path}", params=query)
            assert response.status_code == 200, response.text
            return response.json()

        yield request


@pytest.fixture(scope="module")
def create_user(management):
    """Creates a user with an address of its own; what is still there at the end of the file is deleted."""
    run, serials, created = unique_word(), itertools.count(1), []

    def create(**fields):
        fields = {"email": f"{run}.{next(serials)}@example.com", "verify_email": False, **fields}
        user = management.users.create(connection=CONNECTION, **fields)
        created.append(user.user_id)
        return user

    yield create
    for user_id in created:
        try:
            management.users.delete(user_id)
        except ApiError as error:
            assert error.status_code == 404
