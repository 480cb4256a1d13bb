import pytest
from auth0.management.errors import NotFoundError
from conftest import plain, refused


@pytest.fixture
def log_of(management):
    """The events of one user, the newest first."""
    return lambda user_id: management.users.logs.list(user_id, sort="date:-1").items


def test_every_change_of_a_user_is_in_the_log_of_that_user(management, create_user, log_of, key):
    user_id = create_user().user_id
    management.users.update(user_id, given_name="Anna")
    management.users.update(user_id, blocked=True)
    log = log_of(user_id)
    assert len(log) >= 3
    assert len({event.log_id for event in log}) == len(log)
    assert {event.user_id for event in log} == {user_id}
    assert {event.type for event in log} == {"sapi"}
    assert {event.client_id for event in log} == {key.client_id}
    dates = [event.date for event in log]
    assert dates == sorted(dates, reverse=True)


def test_an_event_is_read_by_its_id(management, create_user, log_of):
    [event] = log_of(create_user().user_id)
    assert plain(management.logs.get(event.log_id)) == plain(event)


def test_an_event_that_is_not_there(management):
    assert isinstance(refused(management.logs.get, "90020000000000000000000000000000"), NotFoundError)


def test_the_log_of_everyone_has_what_just_happened_with_totals(management, create_user):
    user_id = create_user().user_id
    page = management.logs.list(per_page=5, sort="date:-1")
    assert page.response.total >= len(page.items) == 5
    assert user_id in [event.user_id for event in page.items]


def test_reading_on_from_an_event_misses_nothing_and_repeats_nothing(get, create_user, log_of):
    checkpoint = first = log_of(create_user().user_id)[0].log_id
    later = [create_user().user_id for _ in range(12)]
    events = []
    while page := get("logs", **{"from": checkpoint}, take=5):
        events += page
        checkpoint = page[-1]["log_id"]
    ids = [event["log_id"] for event in events]
    assert first not in ids and len(set(ids)) == len(ids)
    assert [event.get("user_id") for event in events if event.get("user_id") in later] == later
