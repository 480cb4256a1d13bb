import re

import pytest
from auth0.management.core.api_error import ApiError
from auth0.management.errors import BadRequestError, NotFoundError
from conftest import plain, refused, unique_word


@pytest.fixture
def role(management):
    created = management.roles.create(name=f"Role {unique_word()}", description="Edits")
    yield created
    try:
        management.roles.delete(created.id)
    except ApiError as error:
        assert error.status_code == 404


@pytest.fixture
def api(management):
    scopes = [{"value": "read:orders", "description": "Read orders"}, {"value": "write:orders"}]
    created = management.resource_servers.create(identifier=f"urn:{unique_word()}", name="Orders", scopes=scopes)
    yield created.identifier
    management.resource_servers.delete(created.id)


def named(api, *names):
    return [{"resource_server_identifier": api, "permission_name": name} for name in names]


def names(rows):
    return [row.permission_name for row in rows]


def test_a_role_is_created_read_listed_changed_and_deleted(management, role):
    assert re.fullmatch(r"rol_[0-9A-Za-z]{16}", role.id)
    assert management.roles.get(role.id).description == "Edits"
    assert [each.id for each in management.roles.list(name_filter=role.name.upper())] == [role.id]
    assert management.roles.update(role.id, description="Writes").description == "Writes"
    assert refused(management.roles.create, name=role.name).status_code == 409
    management.roles.delete(role.id)
    assert isinstance(refused(management.roles.get, role.id), NotFoundError)


def test_a_role_is_given_to_users_and_taken_from_them(management, role, create_user):
    users = [create_user().user_id for _ in range(3)]
    management.roles.users.assign(role.id, users=users)
    assert [each.user_id for each in management.roles.users.list(role.id, take=2)] == users
    assert [each.id for each in management.users.roles.list(users[0])] == [role.id]

    management.users.roles.delete(users[0], roles=[role.id])
    assert list(management.users.roles.list(users[0])) == []
    management.users.roles.assign(users[0], roles=[role.id])
    assert [each.id for each in management.users.effective_roles.list(users[0])] == [role.id]


def test_permissions_come_by_roles_and_without(management, role, api, create_user):
    management.roles.permissions.add(role.id, permissions=named(api, "read:orders", "write:orders"))
    management.roles.permissions.delete(role.id, permissions=named(api, "write:orders"))
    [read] = management.roles.permissions.list(role.id)
    assert (read.permission_name, read.description) == ("read:orders", "Read orders")

    user = create_user().user_id
    management.users.roles.assign(user, roles=[role.id])
    management.users.permissions.create(user, permissions=named(api, "read:orders", "write:orders"))
    held = list(management.users.permissions.list(user))
    assert names(held) == ["read:orders", "write:orders"]
    sources = [source["source_type"] for source in plain(held[0])["sources"]]
    assert sources == ["DIRECT", "ROLE"]
    effective = management.users.effective_permissions.list(user, resource_server_identifier=api)
    assert [each.sources for each in effective] == [["direct", "roles"], ["direct"]]

    management.users.permissions.delete(user, permissions=named(api, "read:orders", "write:orders"))
    assert names(management.users.permissions.list(user)) == ["read:orders"]


def test_what_an_api_does_not_have_is_no_permission(management, role, api):
    error = refused(management.roles.permissions.add, role.id, permissions=named(api, "no:such"))
    assert isinstance(error, BadRequestError)
    assert error.body["field"] == "permissions[0].permission_name"
