"""The ledger follows what happens; page, workbook and service tell it to the management alone."""

from io import BytesIO
from kommunalhub.approvals import operations
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.figures import rules
from kommunalhub.approvals.figures.jobs import FiguresJob
from kommunalhub.approvals.figures.ledger import ledger_of
from kommunalhub.approvals.figures.reading import Chosen
from kommunalhub.approvals.figures.reading import Figures
from kommunalhub.approvals.figures.reading import LEAST_PEOPLE
from kommunalhub.core import formatting
from kommunalhub.partners.rolecache import forget_roles
from lxml import etree
from lxml import html
from plone import api
from plone.dexterity.content import Container
from Products.CMFCore.indexing import processQueue
from zipfile import ZipFile
from zope.annotation.interfaces import IAnnotations

import pytest
import transaction


HUB, REVIEWER, APPLICANT = "hubleitung", "malente-pruefung", "malente-redaktion"
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def at(monkeypatch, year, month, day):
    moment = formatting.datetime(year, month, day, 9, tzinfo=formatting.UTC)
    monkeypatch.setattr(formatting, "now", lambda: moment)
    return moment


def run():
    """Do all that is due for the figures, as `tick` does; return how much that was."""
    processQueue()
    job, done = FiguresJob(), 0
    while keys := job.due(formatting.now()):
        for key in keys:
            job.do(key, formatting.now())
        done += len(keys)
    return done


def history(portal, travel, monkeypatch):
    """One journey approved in October, one rejected in November, one overdue since November."""
    at(monkeypatch, 2026, 10, 5)
    first = travel(portal, state="submitted", title="Kiel")
    at(monkeypatch, 2026, 10, 7)
    decide(first, "approve")
    at(monkeypatch, 2026, 11, 2)
    second = travel(portal, state="submitted", title="Plön")
    third = travel(portal, state="submitted", title="Eutin")
    moment = at(monkeypatch, 2026, 11, 9)
    clock.remind(third, moment)
    decide(second, "reject", "Kein Geld.")
    at(monkeypatch, 2026, 11, 12)
    return first, second, third


def decide(case, transition, comment=""):
    forget_roles()
    with api.env.adopt_user(username=REVIEWER):
        operations.decide(case, transition, comment)


@pytest.fixture
def cases(portal, travel, monkeypatch):
    api.portal.set_registry_record(LEAST_PEOPLE, 1)
    return history(portal, travel, monkeypatch)


def test_months_and_times(portal, cases, acting):
    run()
    with acting(HUB):
        figures = Figures(Chosen(months=3))
        rows = {row["month"]: row for row in figures.flow()}
        times = {(row["state"]): row["times"] for row in figures.times()}
        present = figures.present()
    assert rows["2026-10"] | {"month": ""} == {
        "month": "",
        "came": 1,
        "done": 0,
        "overdue": 0,
        "open": 1,
    }
    # What is approved waits for the applicant still.
    assert [rows["2026-11"][name] for name in ("came", "done", "overdue", "open")] == [2, 1, 1, 2]
    assert times["submitted"] == rules.Times(count=2, median=3.5, mean=3.5)
    assert present == [{"type": "TravelRequest", "partner": "malente", "open": 2, "overdue": 1}]


def test_the_past_stays_right_when_a_case_moves_on(portal, cases, acting, monkeypatch):
    run()
    before = list(ledger_of(portal))
    at(monkeypatch, 2026, 12, 1)
    decide(cases[2], "approve")
    run()
    after = {cell: histogram for cell, histogram in ledger_of(portal) if cell.month < "2026-12"}
    assert after == dict(before)
    with acting(HUB):
        assert Figures(Chosen(months=3)).flow()[-1]["open"] == 2


def test_only_what_moved_is_counted_anew(portal, cases, travel):
    assert run() > 3
    assert run() == 0
    travel(portal)  # a draft
    assert run() == 0
    decide(cases[2], "return", "Bitte ergänzen.")
    assert cases[2].UID() in FiguresJob().due(formatting.now())


def test_a_site_that_had_cases_before_counts_them_all(portal, cases):
    del IAnnotations(portal)["kommunalhub.approvals.figures"]
    run()
    assert len(ledger_of(portal).cases) == 3


def test_a_deleted_case_is_no_longer_open_and_was_counted(portal, cases, acting):
    run()
    portal.malente._delObject(cases[2].getId())
    run()
    with acting(HUB):
        november = Figures(Chosen(months=1)).flow()[0]
    assert [november[name] for name in ("came", "done", "open")] == [2, 1, 1]


def test_few_people_are_not_told_on(portal, cases, acting):
    run()
    api.portal.set_registry_record(LEAST_PEOPLE, 4)
    with acting(HUB):
        whole = {row["state"]: row for row in Figures(Chosen(months=3)).times()}
        malente = {row["state"]: row for row in Figures(Chosen(partner="malente")).times()}
        details = Figures(Chosen(months=3)).details()
    # Three review for Malente, one more for Lensahn.
    assert whole["submitted"]["times"] is not None
    assert (malente["submitted"]["times"], malente["submitted"]["by_month"]) == (None, {})
    assert malente["draft"]["times"] is not None  # the applicants' own time
    assert all(row["times"] is None for row in details if row["state"] == "submitted")


def test_nobody_is_named_in_the_ledger(portal, cases):
    run()
    names = {REVIEWER, APPLICANT, "Petra", "Rolf"}
    told = repr([*ledger_of(portal)]) + repr(dict(ledger_of(portal).cases))
    assert not any(name in told for name in names)


def test_a_page_view_wakes_no_case_and_writes_nothing(portal, cases, acting, monkeypatch):
    run()
    transaction.savepoint()
    portal._p_jar.cacheMinimize()
    woken = []
    original = Container.__setstate__

    def setstate(self, state):
        woken.append(state.get("id"))
        return original(self, state)

    monkeypatch.setattr(Container, "__setstate__", setstate)
    with acting(HUB):
        figures = Figures(Chosen())
        assert figures.present()
        assert figures.flow()
        assert figures.times()
        assert figures.details()
    assert not [name for name in woken if str(name).startswith("t-2026")]


@pytest.fixture
def hub(web, travel, monkeypatch):
    """The same behind the web server, committed."""
    cases = history(web, travel, monkeypatch)
    run()
    transaction.commit()
    return cases


def cells_of(book, number):
    with ZipFile(book) as parts:
        strings = etree.fromstring(parts.read("xl/sharedStrings.xml"))
        texts = ["".join(si.itertext()) for si in strings.findall("s:si", SHEET)]
        sheet = etree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
    return [
        [
            texts[int(cell.findtext("s:v", namespaces=SHEET))]
            if cell.get("t") == "s"
            else float(cell.findtext("s:v", namespaces=SHEET))
            for cell in row.findall("s:c", SHEET)
        ]
        for row in sheet.iter(f"{{{SHEET['s']}}}row")
    ]


def test_the_page(hub, client):
    page = client(HUB, accept="text/html").get("@@zahlen?months=3")
    assert page.status_code == 200
    tree = html.fromstring(page.text)
    told = " ".join(tree.text_content().split())
    assert "Dienstreise Malente 2 1" in told
    assert "November 2026 2 1 1 2" in told
    assert "Gezählt bis 12. November 2026, 10:00." in told
    assert "nicht genannt: Daran arbeiten zu wenige Personen" not in told  # three of Malente
    [picture] = tree.xpath("//*[name()='svg'][@role='img']")
    assert picture.xpath("string(.//*[name()='title'])").startswith("Eingegangene")


def test_the_workbook(hub, client):
    answer = client(HUB).get("@@zahlen.xlsx?partner=malente&months=3")
    assert answer.status_code == 200
    assert 'filename="zahlen-2026-11-12.xlsx"' in answer.headers["Content-Disposition"]
    book = BytesIO(answer.content)
    assert cells_of(book, 1)[1:] == [["Dienstreise", "Malente", 2, 1]]
    months = cells_of(book, 2)
    assert months[0][:3] == ["Monat", "Art", "Verwaltung"]
    assert months[-1] == ["2026-11", "Dienstreise", "Malente", 2, 1, 1, 2]
    times = [row for row in cells_of(book, 3) if row[3] == "Zur Freigabe"]
    assert [(row[0], row[4]) for row in times] == [("2026-10", 1), ("2026-11", 1)]


def test_over_rest(hub, client):
    told = client(HUB).get("@figures?type=TravelRequest&partner=malente&months=3").json()
    assert told["open"] == [
        {"type": "TravelRequest", "partner": "malente", "open": 2, "overdue": 1}
    ]
    assert [row["came"] for row in told["months"]] == [0, 1, 2]
    assert told["until"].startswith("2026-11-12")


@pytest.mark.parametrize("query", ["type=Nix", "partner=kiel", "months=7", "months=12&months=3"])
def test_unknown_values_over_rest(hub, client, query):
    answer = client(HUB).get(f"@figures?{query}")
    assert answer.status_code == 400
    assert query.partition("=")[0] in answer.text


def test_nonsense_on_the_page_is_left_out(hub, client):
    page = client(HUB, accept="text/html").get("@@zahlen?type=x&partner=y&months=99999")
    assert page.status_code == 200


@pytest.mark.parametrize("person", [REVIEWER, APPLICANT, "malente-mitarbeit", None])
@pytest.mark.parametrize("path", ["@@zahlen", "@@zahlen.xlsx", "@figures"])
def test_for_the_management_alone(hub, client, person, path):
    answer = client(person).get(path, allow_redirects=False)
    assert answer.status_code in (302, 401, 403, 404)
