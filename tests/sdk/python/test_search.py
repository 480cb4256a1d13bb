import pytest
from conftest import refused, unique_word

WORD = unique_word()
PEOPLE = {
    "bruce": {"given_name": "小龙", "family_name": "李", "name": "李小龙"},
    "li": {"given_name": "伟", "family_name": "李", "name": "李伟"},
    "mueller": {"given_name": "Jürgen", "family_name": "Müller", "name": "Jürgen Müller"},
    "muller": {"given_name": "Anna", "family_name": "Muller", "name": "Anna Muller"},
    "obrien": {"given_name": "Siobhán", "family_name": "O'Brien", "name": "Siobhán O'Brien"},
    "brian": {"given_name": "Brian", "family_name": "Smith", "name": "Brian Smith"},
    "maria": {"given_name": "Maria Clara", "family_name": "da Silva", "name": "Maria Clara da Silva"},
}


@pytest.fixture(scope="module")
def find(management, create_user):
    """Looks among these people alone: all of them have the same nickname."""
    short_names = {create_user(**fields, nickname=WORD).user_id: name for name, fields in PEOPLE.items()}

    def search(q):
        page = management.users.list(q=f"nickname:{WORD} AND {q}")
        return sorted(short_names[user.user_id] for user in page)

    return search


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("given_name:BRIAN", ["brian"]),
        ("name:brian", []),
        ('name:"Maria Clara da Silva"', ["maria"]),
        ("name:maria*", ["maria"]),
        ("name:*bri*", ["brian", "obrien"]),
        ("family_name:smith AND given_name:b*", ["brian"]),
        ("family_name:smith AND given_name:anna", []),
        ("family_name:李", ["bruce", "li"]),
        ("name:李*", ["bruce", "li"]),
        ("name:*小龙*", ["bruce"]),
        ("family_name:o'brien", ["obrien"]),
        ("name:*o'bri*", ["obrien"]),
        ("family_name:müller", ["mueller", "muller"]),
        ("family_name:muller", ["mueller", "muller"]),
    ],
)
def test_search(find, q, expected):
    assert find(q) == expected


def test_what_was_just_written_is_found(management, create_user):
    family = unique_word()

    def total():
        return management.users.list(q=f"family_name:{family}").response.total

    user_id = create_user(family_name=family).user_id
    assert total() == 1
    management.users.delete(user_id)
    assert total() == 0


def test_a_query_that_cannot_be_read_is_refused(management):
    error = refused(management.users.list, q='name:"open')
    assert (error.status_code, error.body["error"]) == (400, "Bad Request")
    assert error.body["errorCode"] == "invalid_search_query"
