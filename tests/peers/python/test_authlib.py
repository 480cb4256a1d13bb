"""PyPI Authlib, which most Python applications sign in with."""

import pytest
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from starlette.testclient import TestClient

from application import ORIGIN, make_application
from browser import Browser
from conftest import PASSWORD


@pytest.fixture(params=["client_secret_basic", "client_secret_post"])
def application(request, issuer, client):
    """The application, and a browser's connection to it."""
    app = make_application(issuer, client.client_id, client.client_secret, request.param)
    with TestClient(app, base_url=ORIGIN, follow_redirects=False) as http:
        yield http


@pytest.fixture
def browser(issuer):
    return Browser(issuer)


@pytest.fixture
def session(issuer, client):
    """The library's session, for what is done with tokens."""
    return OAuth2Client(client.client_id, client.client_secret, token_endpoint=issuer + "oauth/token")


def sign_in(application, browser, person):
    """Signs the person in; answers what the application got."""
    page = browser.visit(application.get("/sign-in").headers["location"])
    callback = page if isinstance(page, str) else browser.submit(page, username=person.email, password=PASSWORD)
    assert isinstance(callback, str), callback.text
    answer = application.get(callback)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_person_signs_in(application, browser, person, issuer):
    tokens = sign_in(application, browser, person)
    told = tokens["userinfo"]
    assert (told["sub"], told["name"], told["iss"]) == (person.user_id, "Grace Hopper", issuer)


def test_an_answer_that_another_browser_asked_for_is_refused(application, browser, person):
    page = browser.visit(application.get("/sign-in").headers["location"])
    callback = browser.submit(page, username=person.email, password=PASSWORD)
    application.cookies.clear()
    answer = application.get(callback)
    assert (answer.status_code, answer.json()["error"]) == (400, "mismatching_state")


def test_a_code_gives_tokens_once(application, browser, person):
    page = browser.visit(application.get("/sign-in").headers["location"])
    callback = browser.submit(page, username=person.email, password=PASSWORD)
    cookies = dict(application.cookies)
    assert application.get(callback).status_code == 200
    application.cookies.update(cookies)
    answer = application.get(callback)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_a_refresh_token_gives_another_once(application, browser, person, session):
    first = sign_in(application, browser, person)
    second = session.refresh_token(refresh_token=first["refresh_token"])
    assert second["refresh_token"] != first["refresh_token"]
    with pytest.raises(OAuthError, match="invalid_grant"):
        session.refresh_token(refresh_token=first["refresh_token"])


def test_userinfo_answers_the_access_token(application, browser, person, session, issuer):
    session.token = sign_in(application, browser, person)
    assert session.get(issuer + "userinfo").json()["email"] == person.email


def test_introspection_tells_a_token_until_it_is_taken_back(application, browser, person, session, issuer):
    token = sign_in(application, browser, person)["refresh_token"]
    told = session.introspect_token(issuer + "oauth/introspect", token=token)
    assert (told.json()["active"], told.json()["sub"]) == (True, person.user_id)
    assert session.revoke_token(issuer + "oauth/revoke", token=token).status_code == 200
    assert session.introspect_token(issuer + "oauth/introspect", token=token).json() == {"active": False}


def test_signing_out_ends_the_session(application, browser, person):
    tokens = sign_in(application, browser, person)
    leaving = application.get("/sign-out", params={"id_token": tokens["id_token"]})
    end = browser.visit(leaving.headers["location"])
    assert application.get(end).json() == {"signed_out": True}
    page = browser.visit(application.get("/sign-in").headers["location"])
    assert "<h1>Sign in</h1>" in page.text
