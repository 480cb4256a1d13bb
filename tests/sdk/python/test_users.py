import re

import pytest
from conftest import CONNECTION, plain, refused, unique_word


def test_a_created_user_is_answered_whole_and_read_back_the_same(management, create_user):
    word = unique_word()
    user = create_user(
        email=f"{word}@Example.COM",
        password=f"{unique_word()}-Correct-Horse",
        given_name="小龙",
        family_name="李",
        name="李小龙",
        user_metadata={"lang": "zh-CN"},
        app_metadata={"plan": "team"},
    )
    assert re.fullmatch(r"auth0\|[0-9a-f]{24}", user.user_id)
    assert user.email == f"{word}@example.com"
    assert user.email_verified is False
    assert (user.name, user.nickname) == ("李小龙", word)
    fields = plain(user)
    assert "password" not in fields
    assert fields["user_metadata"] == {"lang": "zh-CN"}
    assert fields["app_metadata"] == {"plan": "team"}
    [identity] = user.identities
    assert (identity.connection, identity.provider) == (CONNECTION, "auth0")
    assert identity.user_id == user.user_id.removeprefix("auth0|")
    assert plain(management.users.get(user.user_id)) == fields


def test_fields_are_chosen(management, create_user):
    user = create_user(family_name="O'Brien")
    chosen = management.users.get(user.user_id, fields="email,family_name", include_fields=True)
    assert plain(chosen) == {"email": user.email, "family_name": "O'Brien"}


def test_a_user_is_found_by_email_address_in_any_case(management, create_user):
    user = create_user(email=f"{unique_word()}.Mueller@example.com")
    for email in (user.email, user.email.upper()):
        assert [found.user_id for found in management.users.list_users_by_email(email=email)] == [user.user_id]
    assert management.users.list_users_by_email(email="no" + user.email) == []


def test_an_update_changes_what_it_names_and_none_takes_a_value_away(management, create_user):
    user = create_user(given_name="Jürgen", family_name="Groß")
    updated = management.users.update(user.user_id, given_name="Jörg", email_verified=True, family_name=None)
    assert (updated.given_name, updated.email_verified, updated.family_name) == ("Jörg", True, None)
    assert plain(management.users.get(user.user_id)) == plain(updated)


@pytest.mark.parametrize("bag", ["user_metadata", "app_metadata"])
def test_metadata_is_merged_at_its_first_level(management, create_user, bag):
    user_id = create_user(**{bag: {"kept": 1, "deep": {"a": 1, "b": 2}, "gone": True}}).user_id
    merged = management.users.update(user_id, **{bag: {"deep": {"c": 3}, "gone": None, "added": ["x"]}})
    assert plain(merged)[bag] == {"kept": 1, "deep": {"c": 3}, "added": ["x"]}

    management.users.update(user_id, given_name="Untouched")
    assert plain(management.users.get(user_id))[bag] == plain(merged)[bag]

    wiped = management.users.update(user_id, **{bag: {}})
    assert not plain(wiped).get(bag)


def test_a_user_is_blocked_and_unblocked(management, create_user):
    user_id = create_user().user_id
    assert management.users.update(user_id, blocked=True).blocked is True
    assert management.users.get(user_id).blocked is True
    assert not management.users.update(user_id, blocked=False).blocked
    assert not management.users.get(user_id).blocked


def test_a_deleted_user_is_gone_and_the_address_is_free_again(management, create_user):
    user = create_user()
    management.users.delete(user.user_id)
    assert refused(management.users.get, user.user_id).status_code == 404
    assert refused(management.users.update, user.user_id, given_name="Nobody").status_code == 404
    assert management.users.list_users_by_email(email=user.email) == []
    assert create_user(email=user.email).user_id != user.user_id
