"""Shared pages, earlier days and the check over HTTP: who may what, and no write on read."""

from lxml import html

import pytest
import requests
import transaction


PASSWORD = "kommunalhub-demo"
EDITOR, COLLEAGUE = "malente-redaktion", "malente-mitarbeit"
PAGE = "partner/dataport/meldebescheinigung"


@pytest.fixture
def ask(demo):
    def ask(who, method="GET", path=f"{PAGE}/@slots", accept="application/json", **options):
        url = f"{demo['portal'].absolute_url()}/{path}"
        auth = (who, PASSWORD) if who else None
        return requests.request(method, url, headers={"Accept": accept}, auth=auth, **options)

    return ask


def patch(ask, who, data):
    return ask(who, "PATCH", json=data)


def test_reading_writes_nothing(demo, ask):
    """Neither a page with gaps nor an earlier day, whoever reads it and in whatever form."""
    transaction.begin()
    portal = demo["portal"]
    storage = portal._p_jar.db()
    before = storage.lastTransaction()
    day = "date=2026-11-17"
    for who in (None, COLLEAGUE, EDITOR, "hubleitung"):
        for path in (PAGE, f"{PAGE}?partner=lensahn", f"{PAGE}/@@stand-am?{day}", ""):
            assert ask(who, path=path, accept="text/html").status_code == 200
        for path in (f"{PAGE}/@slots", f"{PAGE}/@as-of?{day}"):
            assert ask(who, path=path).status_code == 200
    assert ask(EDITOR, path=f"{PAGE}/@@angaben", accept="text/html").status_code == 200
    assert ask(None, path=f"{PAGE}/@@stand-am?date=x", accept="text/html").status_code == 400
    assert storage.lastTransaction() == before


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "partner"),
        ([], None),
        ({"partner": ["malente"], "values": {"Gebühr": "1"}}, "partner"),
        ({"partner": "malente", "values": ["Gebühr"]}, "values"),
        ({"partner": "malente", "values": {"Gebühr": 5}}, "values"),
        ({"partner": "malente", "values": {"Gebühr": None}}, "values"),
        ({"partner": "malente", "values": {}}, "values"),
        ({"partner": "malente", "values": {"Gebühr": "1"}, "version": "1"}, "version"),
        ({"partner": "malente", "values": {"Gebühr": "1"}, "version": True}, "version"),
        ({"partner": "malente", "values": {"Fremd": "1"}}, None),
        ({"partner": "malente", "values": {"Gebühr": "x" * 501}}, None),
    ],
)
def test_what_does_not_fit_is_refused(ask, data, field):
    answer = patch(ask, EDITOR, data)
    assert answer.status_code == 400
    assert field is None or field in answer.text


def test_an_administration_fills_its_own_and_once(ask):
    slots = ask(None).json()["partners"]["malente"]
    said = {"partner": "malente", "values": {"Gebühr": "7 Euro"}, "version": slots["version"]}
    for who in (None, COLLEAGUE, "malente-pruefung", "lensahn-redaktion"):
        assert patch(ask, who, said).status_code in (401, 403)
    told = patch(ask, EDITOR, said)
    assert told.status_code == 200
    assert told.json()["partners"]["malente"]["values"]["Gebühr"] == "7 Euro"
    assert patch(ask, EDITOR, said).status_code == 409
    assert "7 Euro" in ask(None, path=f"{PAGE}?partner=malente", accept="text/html").text
    found = ask(None, path="@search?fulltext=7 Euro Meldebescheinigung").json()["items"]
    assert [one["@id"] for one in found].count(ask(None, path=PAGE).json()["@id"]) == 1


def test_the_check_of_a_page_is_sent_and_leads_back_to_it(ask):
    page = "partner/malente/winterdienst-wege"
    forms = html.fromstring(ask(EDITOR, path=f"{page}/@@vorschau-links", accept="text/html").text)
    token = forms.cssselect("input[name=_authenticator]")[0].get("value")
    sent = {"_authenticator": token, "mark": "0" * 16}  # of a text that was changed meanwhile
    path = f"{page}/@@seite-pruefen"
    answer = ask(EDITOR, "POST", path, "text/html", data=sent, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"].endswith(path)) == (302, True)


@pytest.mark.parametrize("query", ["", "?date=", "?date=3.3.2026", "?date=2026-11-17&date=x"])
def test_what_is_no_day(ask, query):
    answer = ask(None, path=f"{PAGE}/@as-of{query}")
    assert answer.status_code == 400 and "date" in answer.text


def test_who_has_to_confirm_is_told_on_top_of_mein_hub(ask):
    shown = ask(COLLEAGUE, path="", accept="text/html").text
    assert shown.index('id="kenntnisnahmen"') < shown.index("Eingereicht von mir")
    assert 'id="kenntnisnahmen"' not in ask("startup", path="", accept="text/html").text


def test_who_writes_begins_on_mein_hub(ask):
    for who, writes in ((EDITOR, True), (COLLEAGUE, False), ("malente-pruefung", False)):
        shown = ask(who, path="", accept="text/html").text
        for page in ("++add++News%20Item", "@@aus-vorlage"):
            assert (f"/partner/malente/{page}" in shown) is writes, who
