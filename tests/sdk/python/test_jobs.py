import csv
import io
import json
import time

import httpx
import pytest
from conftest import CONNECTION, refused, unique_word


@pytest.fixture(scope="module")
def connection_id(get):
    return get("connections", name=CONNECTION)[0]["id"]


@pytest.fixture(scope="module")
def done(management):
    """Asks for the job until it is over."""

    def wait(job):
        while (found := management.jobs.get(job.id)).status in ("pending", "processing"):
            time.sleep(0.05)
        return found

    return wait


def test_users_come_by_file_and_what_is_wrong_with_entries_is_told(management, connection_id, done):
    word = unique_word()
    entries = [{"email": f"{word}@example.com", "name": "Ada"}, {"email": "nobody"}]
    file = ("users.json", json.dumps(entries).encode(), "application/json")
    job = management.jobs.users_imports.create(users=file, connection_id=connection_id, upsert=True)
    assert (job.type, job.status, job.connection_id) == ("users_import", "pending", connection_id)
    found = done(job)
    assert found.status == "completed"
    assert (found.summary.inserted, found.summary.failed, found.summary.total) == (1, 1, 2)
    errors = management.jobs.errors.get(job.id)
    assert len(errors) == 1
    (made,) = management.users.list_users_by_email(email=f"{word}@example.com")
    assert made.name == "Ada"
    management.users.delete(made.user_id)


def test_users_go_by_file_with_the_fields_that_were_chosen(management, create_user, done):
    user = create_user(family_name="O'Brien, \"Sr.\"", name="=1+1")
    fields = [{"name": "user_id", "export_as": "id"}, {"name": "family_name"}, {"name": "name"}]
    job = management.jobs.users_exports.create(format="csv", fields=fields)
    # No token: the link alone opens the file.
    answer = httpx.get(done(job).location)
    assert answer.status_code == 200
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(answer.text, newline=""))}
    assert rows[user.user_id] == {"id": user.user_id, "family_name": "O'Brien, \"Sr.\"", "name": "'=1+1"}


def test_an_unknown_job_is_refused(management):
    error = refused(management.jobs.get, "job_0000000000000000")
    assert (error.status_code, error.body["errorCode"]) == (404, "inexistent_job")
