import re

import pytest
from auth0.management.errors import NotFoundError
from conftest import CONNECTION, refused, unique_word


@pytest.fixture
def client(management):
    created = management.clients.create(name=f"Test {unique_word()}", app_type="non_interactive")
    yield created
    if created.client_id in [each.client_id for each in management.clients.list()]:
        management.clients.delete(created.client_id)


def test_a_client_is_created_read_listed_and_deleted(management, client, key, request_token):
    assert re.fullmatch(r"[0-9A-Za-z]{32}", client.client_id)
    read = management.clients.get(client.client_id)
    assert (read.name, read.app_type) == (client.name, "non_interactive")
    assert {client.client_id, key.client_id} <= {each.client_id for each in management.clients.list()}

    management.clients.delete(client.client_id)
    assert isinstance(refused(management.clients.get, client.client_id), NotFoundError)
    assert request_token(client.client_id, client.client_secret).status_code == 401


def test_a_client_without_a_grant_gets_no_token(client, request_token):
    response = request_token(client.client_id, client.client_secret)
    assert (response.status_code, response.json()["error"]) == (403, "access_denied")


def test_a_rotated_secret_replaces_the_old_one(management, client, request_token):
    rotated = management.clients.rotate_secret(client.client_id)
    assert rotated.client_secret != client.client_secret
    assert request_token(client.client_id, client.client_secret).status_code == 401
    assert request_token(client.client_id, rotated.client_secret).status_code == 403


def test_the_grants_name_the_scopes_of_the_bootstrap_client(management, key):
    [grant] = [each for each in management.client_grants.list() if each.client_id == key.client_id]
    assert {"read:users", "create:users", "update:users", "delete:users", "read:logs"} <= set(grant.scope)


def test_the_connection_of_the_first_start_is_listed_and_read_by_its_id(management):
    [connection] = [each for each in management.connections.list() if each.name == CONNECTION]
    assert re.fullmatch(r"con_[0-9A-Za-z]{16}", connection.id)
    assert management.connections.get(connection.id).strategy == "auth0"
    assert isinstance(refused(management.connections.get, "con_0000000000000000"), NotFoundError)


def test_the_management_api_is_among_the_resource_servers(management):
    [own] = [server for server in management.resource_servers.list() if server.is_system]
    assert own.identifier.endswith("/api/v2/")
    assert "read:users" in [scope.value for scope in own.scopes]
