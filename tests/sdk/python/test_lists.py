import pytest
from conftest import unique_word

COUNT = 125
WORD = unique_word()
MINE = {"q": f"nickname:{WORD}"}


@pytest.fixture(scope="module")
def ids(create_user):
    return [create_user(nickname=WORD, name=f"{number:03}").user_id for number in range(COUNT)]


@pytest.mark.parametrize("per_page", [20, 25, 50])
def test_pages_bring_each_user_once_and_end(management, ids, per_page):
    page = management.users.list(per_page=per_page, **MINE)
    assert page.response.total == COUNT
    assert sorted(user.user_id for user in page) == sorted(ids)


def test_the_list_without_a_query_reaches_its_last_page(management, ids):
    page = management.users.list(per_page=100)
    assert (page.response.start, page.response.limit, page.response.length) == (0, 100, 100)
    seen = [user.user_id for user in page]
    assert len(seen) == len(set(seen)) == page.response.total
    assert set(ids) <= set(seen)


def test_the_page_after_the_last_is_empty(management, ids):
    assert len(management.users.list(page=2, per_page=50, **MINE).items) == 25
    beyond = management.users.list(page=3, per_page=50, **MINE)
    assert (beyond.items, beyond.response.total) == ([], COUNT)


@pytest.mark.parametrize(("order", "names"), [("1", ["000", "001"]), ("-1", ["124", "123"])])
def test_users_come_in_the_order_asked_for(management, ids, order, names):
    page = management.users.list(sort=f"name:{order}", per_page=2, **MINE)
    assert [user.name for user in page.items] == names


def test_a_checkpoint_leads_from_page_to_page_until_there_is_no_next(get, ids):
    seen, checkpoint = [], {}
    while True:
        page = get("users", take=40, **MINE, **checkpoint)
        seen += [user["user_id"] for user in page["users"]]
        if "next" not in page:
            break
        checkpoint = {"from": page["next"]}
        assert len(seen) < COUNT, "the checkpoints do not end"
    assert sorted(seen) == sorted(ids)
