"""How an area is: looked at in time, shown to those who write there, never to others."""

from datetime import timedelta
from io import BytesIO
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.reviewing import operations as reviewing
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.storage import ensure_numbers
from kommunalhub.editorial.upkeep import operations as reports
from kommunalhub.editorial.upkeep.health import elsewhere
from kommunalhub.editorial.upkeep.health import operations
from kommunalhub.editorial.upkeep.health import outside
from kommunalhub.editorial.upkeep.health import reading
from kommunalhub.editorial.upkeep.health import visits
from kommunalhub.editorial.upkeep.health.rules import QUIET
from kommunalhub.editorial.upkeep.health.rules import tokens
from kommunalhub.editorial.upkeep.health.visits import VISITS
from kommunalhub.lib.outgoing import NotPublic
from kommunalhub.search.gaps.operations import GAPS
from lxml import html as lxml_html
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.protect.authenticator import createToken
from types import SimpleNamespace
from zExceptions import Forbidden
from zipfile import ZipFile
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


@pytest.fixture
def run(portal):
    """Return a function that looks at what is due, and returns how much that was."""

    def run(days=0):
        job, now = getUtility(IJob, "page_health"), formatting.now() + timedelta(days=days)
        keys = job.due(now)
        with as_system(portal):
            for key in keys:
                job.do(key, now)
        return len(keys)

    return run


def rich(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


def released(write, title, html="<p>Guten Tag</p>"):
    made = write("Document", title, text=rich(html))
    with api.env.adopt_user(username="petra"):
        decide(made, "publish")
    return made


def put(page, html):
    with api.env.adopt_user(username="hanna"):
        page.text = rich(html)
        notify(ObjectModifiedEvent(page))


def counts(area):
    partner = reading.partner_in(area)
    with api.env.adopt_user(username="rolf"):
        found = {one.name: len(reading.brains_of(one, partner)) for one in reading.groups()}
    return {name: number for name, number in found.items() if number}


def test_pages_are_looked_at_once_and_again_when_they_change(area, write, run):
    page = released(write, "Anfahrt")
    run()
    assert run() == 0
    assert operations.health_of(page)["tokens"] == ()
    put(page, '<h2>Wege</h2><p><a href="gibt-es-nicht">Plan</a><img src="x.png"></p>')
    assert run() == 1
    assert counts(area) == {"broken": 1, "alternative": 1}
    with api.env.adopt_user(username="rolf"):
        [group] = [one for one in reading.groups() if one.name == "broken"]
        [brain] = reading.brains_of(group, "malente")
        row = reading.row(brain, group, formatting.now())
    assert row["details"] == [{"place": "Wege", "words": "Plan"}]
    assert row["help"].endswith("/@@seite-pruefen")
    put(page, "<p>Gut</p>")
    run()
    assert counts(area) == {}
    assert run(days=8) >= 1


def test_what_waits_is_counted_by_those_who_may_see_it(portal, area, write, run):
    write("Document", "Entwurf", submit=False)
    write("News Item", "Eingereicht")
    page = released(write, "Gemeldet")
    reports.report(page, {"text": "Falsch", "place": "", "email": ""})
    with as_system(portal):
        reviewing.ask(page, reviewing.today() + 40 * QUIET)
    assert counts(area) == {"drafts": 1, "pending": 1, "reports": 1, "reviews": 1}
    assert counts(portal["partner"]["lensahn"]) == {}


def test_never_visited_is_who_nobody_opened_since_long():
    today = formatting.now().date()
    assert tokens({}, 0, today - QUIET, 0, today) == ("never",)
    assert tokens({}, 0, today - QUIET, 1, today) == ()
    assert tokens({}, 0, today, 0, today) == ()
    assert tokens({"broken": ["x"]}, 2, None, 0, today) == ("broken", "alternative")


def test_visits_of_readers_are_counted_and_not_those_who_write(portal, write, monkeypatch):
    page, counted = released(write, "Anfahrt"), []
    monkeypatch.setattr(visits.tally, "count", lambda kind, thing: counted.append(thing))
    view = api.content.get_view("hub-page", page, portal.REQUEST)
    other = api.content.get_view("fehler-melden", page, portal.REQUEST)
    for userid, shown, method in (
        ("lea", view, "GET"),
        ("rolf", view, "GET"),
        ("lea", view, "POST"),
        ("lea", other, "GET"),
    ):
        request = SimpleNamespace(get={"PUBLISHED": shown}.get, method=method)
        with api.env.adopt_user(username=userid):
            visits.note(SimpleNamespace(request=request))
    assert counted == [page.UID()]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"HEAD": 200}, "good"),
        ({"HEAD": 302}, "good"),
        ({"HEAD": 405, "GET": 200}, "good"),  # knows no HEAD
        ({"HEAD": 404, "GET": 200}, "good"),
        ({"HEAD": 404, "GET": 404}, "gone"),
        ({"HEAD": 410, "GET": 410}, "gone"),
        ({"HEAD": 403, "GET": 403}, "unclear"),
        ({"HEAD": 429, "GET": 429}, "unclear"),
        ({"HEAD": 503, "GET": 500}, "unclear"),
        ({}, "unclear"),  # no answer at all
    ],
)
def test_only_what_another_site_says_clearly_counts(answers, said):
    def status_of(method, address):
        if method not in answers:
            raise TimeoutError(address)
        return answers[method]

    assert elsewhere.ask("https://example.org/a", status_of) == said


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://[::1]/", "https://10.0.0.1/x"])
def test_no_address_of_a_network_of_ours_is_asked(address, monkeypatch):
    def connected(*args, **kw):
        raise AssertionError(args)

    monkeypatch.setattr("socket.create_connection", connected)
    assert elsewhere.ask(address) == "unclear"
    with pytest.raises(NotPublic):
        elsewhere.over_the_net("GET", address)


def test_other_sites_are_asked_only_where_that_is_switched_on(portal, area, write, run):
    html = '<h2>Land</h2><p><a href="https://example.org/weg#a">Formular</a></p>'
    page = released(write, "Antrag", html)
    today = reviewing.today()
    run()
    assert dict(outside.known()) == {}
    api.portal.set_registry_record(outside.SWITCH, True)
    put(page, f"{html}<p>Neu</p>")
    run()
    assert outside.to_ask(today) == ["https://example.org/weg"]
    job = getUtility(IJob, "outside_links")
    with as_system(portal):
        job.note("https://example.org/weg", "gone", today)
    assert outside.to_ask(today) == []
    assert run() == 1  # it is news for the page
    assert counts(area) == {"outside": 1}
    assert outside.to_ask(today + timedelta(days=8)) == ["https://example.org/weg"]
    put(page, "<p>Ohne Link</p>")
    with as_system(portal):
        job.note("https://example.org/weg", "gone", today)
    assert dict(outside.known()) == {}
    api.portal.set_registry_record(outside.SWITCH, False)
    assert outside.to_ask(today + timedelta(days=8)) == []


def test_the_page_its_workbook_and_a_task_of_a_search(portal, area, write, page, run):
    write("Document", "Noch ein Entwurf", submit=False)
    for _time in range(3):
        ensure_numbers(portal, GAPS).add(GAPS.period(tally.today()), "Hundesteuer", 1, 100)
    for stranger in ("mia", "lea"):
        with pytest.raises(Forbidden):
            page(stranger, area, "zustand")
        with pytest.raises(Forbidden):
            page(stranger, area, "zustand.xlsx")
    with pytest.raises(Forbidden):
        page("rolf", portal, "zustand")
    assert "Zustand unseres Bereichs" in page("hanna", portal, "zustand")
    shown = lxml_html.fromstring(page("rolf", area, "zustand"))
    assert "Noch ein Entwurf" in shown.get_element_by_id("drafts").text_content()
    assert "Hundesteuer" in shown.get_element_by_id("gesucht").text_content()
    with ZipFile(BytesIO(page("rolf", area, "zustand.xlsx"))) as book:
        assert "Noch ein Entwurf" in book.read("xl/sharedStrings.xml").decode()
    request = portal.REQUEST
    request.method = request["REQUEST_METHOD"] = "POST"
    for _time in range(2):  # sent twice it is one page
        with api.env.adopt_user(username="rolf"):
            token = createToken()
        page("rolf", area, "zustand", gap="Hundesteuer", _authenticator=token)
    titles = [obj.Title() for obj in area.objectValues()]
    assert titles.count("Hundesteuer") == 1
    assert VISITS.weekly
