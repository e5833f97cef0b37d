"""A disk that is full: said in German, nothing half-written, and it goes on when there is room."""

from errno import EDQUOT
from errno import EIO
from errno import ENOSPC
from kommunalhub.security.uploads import space
from security.conftest import PASSWORD
from ZODB.Connection import Connection

import os
import pytest
import transaction


SENTENCE = "Es wurde nichts gespeichert, weil auf dem Hub kein Speicherplatz mehr frei ist."


class DiskFull(Exception):
    """As psycopg2 says it."""

    pgcode = space.SQLSTATE


@pytest.fixture
def disk(site, monkeypatch):
    """Return a function that makes every commit fail with an error, None for none."""
    errors = [None]
    vote = Connection.tpc_vote

    def tpc_vote(self, transaction):
        if errors[0] is not None:
            raise errors[0]
        vote(self, transaction)

    def fail_with(error):
        errors[0] = error

    monkeypatch.setattr(Connection, "tpc_vote", tpc_vote)
    yield fail_with
    fail_with(None)


def as_manager(new_client, manager):
    client = new_client()
    client.auth = (manager, PASSWORD)
    return client


@pytest.mark.parametrize("number", [ENOSPC, EDQUOT])
def test_over_rest(new_client, site, manager, disk, number):
    client = as_manager(new_client, manager)
    page = {"@type": "Document", "title": "Seite"}
    disk(OSError(number, os.strerror(number)))
    answer = client.api("POST", "", json=page)
    assert answer.status_code == 507, answer.text
    assert answer.json()["message"].startswith(SENTENCE)
    assert os.strerror(number) not in answer.text
    assert client.api("GET", "/seite").status_code == 404
    disk(None)
    assert client.api("POST", "", json=page).status_code == 201


def test_on_a_page(new_client, site, manager, disk):
    client = new_client()
    client.sign_in(manager)
    form = client.get("/++add++Document").text
    token = form.partition('name="_authenticator"')[2].partition('value="')[2].partition('"')[0]
    fields = {
        "form.widgets.IDublinCore.title": "Seite",
        "form.buttons.save": "1",
        "_authenticator": token,
    }
    before = site.objectIds()
    disk(OSError(ENOSPC, "No space left on device", "/srv/hub/var/Data.fs"))
    answer = client.post("/++add++Document", data=fields)
    assert answer.status_code == 507
    assert SENTENCE in answer.text
    assert "/srv/hub" not in answer.text
    assert 'lang="de"' in answer.text
    transaction.begin()
    assert site.objectIds() == before
    # reading goes on all the while
    assert client.get("").status_code == 200
    disk(None)
    assert client.post("/++add++Document", data=fields).status_code == 302
    transaction.begin()
    assert len(site.objectIds()) == len(before) + 1


def test_reading_goes_on_and_who_cannot_sign_in_is_told_why(client, new_client, erika, disk):
    """Signing in notes when it was, so it needs room."""
    client.sign_in(erika)
    disk(OSError(ENOSPC, "No space left on device"))
    assert client.is_signed_in()
    other = new_client()
    answer = other.sign_in(erika)
    assert (answer.status_code, SENTENCE in answer.text) == (507, True)
    disk(None)
    other.sign_in(erika)
    assert other.is_signed_in()


def test_other_errors_are_no_full_disk(new_client, manager, disk):
    client = as_manager(new_client, manager)
    disk(OSError(EIO, "Input/output error"))
    answer = client.api("POST", "", json={"@type": "Document", "title": "Seite"})
    assert answer.status_code == 500
    assert SENTENCE not in answer.text


def test_it_is_known_behind_other_errors():
    try:
        try:
            raise DiskFull("could not extend file")
        except DiskFull as inner:
            raise ValueError("the storage failed") from inner
    except ValueError as error:
        assert space.is_full(error)
    assert not space.is_full(ValueError("x"))
    assert not space.is_full(None)


def test_an_error_that_is_behind_itself_ends():
    error = ValueError("x")
    error.__context__ = KeyError("y")
    error.__context__.__context__ = error
    assert not space.is_full(error)
