"""What every test of this folder needs: the server, and people and applications of its own there."""

import json
import os
import secrets
from types import SimpleNamespace

import httpx2
import pytest

from application import CALLBACK, LOGGED_OUT

PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="session")
def key() -> SimpleNamespace:
    """The key file that the server's first start wrote."""
    with open(os.environ["TEST_KEY_FILE"], encoding="utf-8") as file:
        return SimpleNamespace(**json.load(file))


@pytest.fixture(scope="session")
def issuer(key) -> str:
    """The issuer that is tested: the server's plain or its TLS origin, with a slash."""
    return os.environ.get("TEST_ISSUER", key.issuer)


@pytest.fixture(scope="session")
def create(key, issuer):
    """Makes something through the Management API."""
    credentials = {"client_id": key.client_id, "client_secret": key.client_secret, "audience": key.audience}
    with httpx2.Client(base_url=issuer, timeout=30) as http:
        answer = http.post("oauth/token", data={"grant_type": "client_credentials"} | credentials)
        http.headers["authorization"] = "Bearer " + answer.raise_for_status().json()["access_token"]

        def post(path: str, **body):
            answer = http.post("api/v2/" + path, json=body)
            assert answer.status_code == 201, answer.text
            return SimpleNamespace(**answer.json())

        yield post


@pytest.fixture(scope="session")
def person(create):
    return create(
        "users",
        connection="Username-Password-Authentication",
        email=f"w{secrets.token_hex(6)}@example.com",
        password=PASSWORD,
        name="Grace Hopper",
        email_verified=True,
    )


@pytest.fixture
def client(create):
    """An application that may refresh."""
    return create(
        "clients",
        name="Peer",
        app_type="regular_web",
        callbacks=[CALLBACK],
        allowed_logout_urls=[LOGGED_OUT],
        grant_types=["authorization_code", "refresh_token"],
        refresh_token={"rotation_type": "rotating", "expiration_type": "expiring"},
    )
