"""What people see when something goes wrong: a page with a number, no path, no traceback."""

from lxml import html
from transaction.interfaces import TransientError

import logging
import pytest


WHERE = "kommunalhub.security.browser.errors"


@pytest.fixture
def broken(site, monkeypatch):
    """Return a function that makes the search page and @search fail with an exception."""

    def broken(error):
        def fail(self):
            raise error

        monkeypatch.setattr("kommunalhub.search.browser.search.SearchPage.__call__", fail)
        monkeypatch.setattr("kommunalhub.search.restapi.search.SearchGet.reply", fail)

    return broken


def test_a_bug_shows_a_page_with_a_number_that_the_log_knows(client, broken, caplog):
    broken(TypeError("in /srv/hub/src/geheim.py"))
    answer = client.get("/@@search")
    assert answer.status_code == 500
    page = html.fromstring(answer.text)
    assert page.findtext(".//title").startswith("Hier ist etwas schiefgegangen")
    assert page.findtext(".//h1") == "Hier ist etwas schiefgegangen"
    (number,) = page.cssselect("main strong")
    assert "geheim" not in answer.text
    assert "Traceback" not in answer.text
    (record,) = [record for record in caplog.records if record.name == WHERE]
    assert record.levelno == logging.ERROR
    assert number.text in record.getMessage()
    assert "geheim" in str(record.exc_info[1])


def test_rest_gets_the_number_too(client, broken):
    broken(KeyError("geheim"))
    answer = client.api("GET", "/@search")
    assert answer.status_code == 500
    told = answer.json()
    assert told["type"] == "InternalServerError"
    assert len(told["id"]) == 8
    assert "geheim" not in answer.text


def test_an_accident_of_many_writers_is_503_and_says_when_to_come_back(client, broken):
    broken(TransientError("too many"))
    answer = client.get("/@@search")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "mehrere Personen" in answer.text


def test_when_the_page_itself_fails_plain_words_remain(client, broken, monkeypatch):
    broken(TypeError("geheim"))
    monkeypatch.setattr("kommunalhub.core.browser.frame.Frame.prepare", None)
    answer = client.get("/@@search")
    assert answer.status_code == 500
    assert "Hier ist etwas schiefgegangen" in answer.text
    assert "geheim" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/?b_size:int=%00",
        "/?b_size:int=viele",
        "/?x:date=quatsch",
        "/?x:nix:utf-16=%ff",
        "/@@search?q=%ff",
        "/@@search?q=a%00b",
        "/@@search?q:list=%ff",
        "/@@search?r.q:record=%ff",
        "/@@search?r.q:records=%ff",
        "/@@search?b_start=99999999999",
        "/@@search?path.depth=1000000",
        "/?%ff=1",
    ],
)
def test_what_cannot_be_read_is_told_on_a_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    assert page.findtext(".//h1") == "Das konnten wir so nicht lesen"
    assert page.cssselect("header a")


def test_the_page_names_the_field(client):
    answer = client.get("/@@search?b_start=99999999999")
    (line,) = html.fromstring(answer.text).cssselect("main li")
    assert line.text == "b_start: Das muss eine ganze Zahl von 0 bis 1000000 sein."


@pytest.mark.parametrize("body", ["[]", "{", '"x"', "NaN", '{"a": NaN}', '{"a": "\\ud800"}'])
def test_a_body_that_is_no_object_is_refused_before_anything_is_called(client, body):
    answer = client.api("POST", "/@users", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 401)
    answer = client.api("POST", "/@login", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["message"]
    assert "traceback" not in answer.json()


def test_managers_see_no_traceback_either(client, manager):
    client.auth = (manager, "vier Deiche im Regen")
    answer = client.api("POST", "/@users", json={"username": 5, "email": []})
    assert answer.status_code == 400
    assert "traceback" not in answer.text
