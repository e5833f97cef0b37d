"""The panels of the hub management: what a change does is told before it is saved."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.clock import closings
from kommunalhub.approvals.clock import forecast
from kommunalhub.approvals.clock import settings
from kommunalhub.approvals.clock.deadlines import BERLIN
from kommunalhub.core import formatting
from pages import Page
from pages import words

import pytest
import re
import transaction


MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
FIELD = "days.TravelRequest.submitted"
PANELS = ("deadlines-controlpanel", "closing-days-controlpanel", "jobs-controlpanel")


@pytest.fixture
def cases(web, travel, monkeypatch):
    """Three open cases: submitted on Monday, Tuesday (both within three days), and returned."""
    made = []
    for days, state in ((0, "submitted"), (1, "submitted"), (1, "returned")):
        moment = MONDAY + timedelta(days=days)
        monkeypatch.setattr(formatting, "now", lambda moment=moment: moment)
        made.append(travel(web, state=state))
    monkeypatch.setattr(formatting, "now", lambda: MONDAY + timedelta(days=2))
    transaction.commit()
    return made


class Panel(Page):
    """One of the panels in the hands of the hub management."""

    def value(self, name):
        return self.form("#auswirkung").fields[name]

    def effects(self):
        """Return what the panel tells that would happen to open cases."""
        return self.all("#auswirkung li")

    def send(self, button, **fields):
        """Press a button; `plan__before` stands for the field `plan.before`."""
        values = {name.replace("__", "."): value for name, value in fields.items()}
        return self.submit("#auswirkung", button=(button, "1"), **values)


@pytest.fixture
def panel(client):
    session = client("hubleitung", "text/html")
    return lambda name="deadlines-controlpanel": Panel(session, f"@@{name}")


def look_again(web):
    """See what others have committed; Plone keeps records for as long as a request lasts."""
    transaction.begin()
    web.REQUEST.other.pop("_plone_registry_cache", None)


def due_days(cases):
    transaction.begin()
    return [case.due.astimezone(BERLIN).date() for case in cases]


def indexed(web, cases):
    """Return the days by which the catalog knows the cases."""
    brains = web.portal_catalog.unrestrictedSearchResults(portal_type="TravelRequest")
    found = {brain.UID: brain.due for brain in brains}
    return [found[case.UID()].astimezone(BERLIN).date() for case in cases]


@pytest.mark.parametrize("name", PANELS)
def test_only_the_hub_management_gets_in(web, client, name):
    assert client("hubleitung", "text/html").get(f"@@{name}").status_code == 200
    for person in ("malente-pruefung", "malente-redaktion"):
        assert client(person, "text/html").get(f"@@{name}").status_code == 403
    assert "/login" in client(None, "text/html").get(f"@@{name}").url


def test_the_effect_is_told_before_anything_is_saved(web, cases, panel):
    before = due_days(cases)
    page = panel()
    assert page.value(FIELD) == "3"
    page = page.send("preview", **{FIELD: "1"})
    assert page.effects() == ["2 werden früher fällig als jetzt", "1 sind dann sofort überfällig"]
    assert due_days(cases) == before
    assert settings.service_days("TravelRequest", "submitted") == 3
    page = page.send("save", **{FIELD: "1"})
    assert "Verschobene Fristen: 2" in page.text
    assert due_days(cases) == [date(2026, 11, 3), date(2026, 11, 4), before[2]]
    assert indexed(web, cases) == due_days(cases)
    assert panel().value(FIELD) == "1"


def test_saving_without_having_seen_the_effect_shows_it_first(cases, panel):
    before = due_days(cases)
    page = panel().send("save", **{FIELD: "6"})
    assert page.effects() == ["2 werden später fällig als jetzt"]
    assert due_days(cases) == before
    page = page.send("save", **{FIELD: "7"})  # seen was another number
    assert due_days(cases) == before
    page.send("save", **{FIELD: "7"})
    assert due_days(cases)[0] == date(2026, 11, 11)


def test_no_term_at_all_and_back(web, cases, panel):
    before = due_days(cases)
    panel().send("preview", **{FIELD: ""}).send("save", **{FIELD: ""})
    look_again(web)
    assert [case.due for case in cases[:2]] == [None, None]
    page = panel()
    assert page.value(FIELD) == ""
    page = page.send("preview", **{FIELD: "3"})
    assert page.effects() == ["2 bekommen eine Frist"]
    page.send("save", **{FIELD: "3"})
    assert due_days(cases) == before


@pytest.mark.parametrize("wrong", ["0", "-1", "x", "1.5", "251", "²", "9" * 50])
def test_what_is_no_number_of_days_is_told_at_the_field(cases, panel, wrong):
    page = panel().send("save", **{FIELD: wrong})
    assert page.status == 400
    told = page.tree.get_element_by_id(f"{FIELD}-wrong")
    assert words(told) == "Bitte schreiben Sie eine ganze Zahl von 1 bis 250."
    assert "Auswirkung zeigen" in page.buttons()
    assert settings.service_days("TravelRequest", "submitted") == 3


def test_reminders_are_set_and_indexed_anew(web, cases, panel):
    page = panel().send("save", plan__before="2", plan__escalate="0")
    assert "Gespeichert" in page.text
    look_again(web)
    assert settings.reminders() == forecast.rules.Reminders(before=2, escalate=0)
    catalog = web.portal_catalog
    query = {"query": MONDAY + timedelta(days=1), "range": "max"}
    assert [b.UID for b in catalog.unrestrictedSearchResults(remind_at=query)] == [cases[0].UID()]
    assert panel().send("save", plan__before="", plan__escalate="99").status == 400


def test_closing_days_move_cases_of_that_administration(web, cases, panel):
    page = panel("closing-days-controlpanel")
    text = "04.11.2026 - 05.11.2026 Betriebsausflug <b>"
    page = page.send("preview", plan__malente=text)
    assert page.effects() == ["3 werden später fällig als jetzt"]
    page.send("save", plan__malente=text)
    assert due_days(cases) == [date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 19)]
    page = panel("closing-days-controlpanel")
    assert page.value("plan.malente").strip() == text
    page = page.send("preview", plan__lensahn="24.12.2026")
    assert "Kein offener Vorgang" in page.the("#auswirkung")
    page.send("save", plan__lensahn="24.12.2026", plan__malente=text)
    look_again(web)
    assert settings.closed_for("lensahn") == {date(2026, 12, 24)}


@pytest.mark.parametrize(
    "wrong",
    ["gestern", "31.2.2026", "5.11.2026 - 4.11.2026", "1.1.2026 - 1.1.2027", "01.01.0001", "<b>"],
)
def test_what_is_no_day_is_told(cases, panel, wrong):
    page = panel("closing-days-controlpanel").send("save", plan__malente=f"04.11.2026\n{wrong}")
    assert page.status == 400
    assert "Zeile 2 ist kein Tag" in page.text
    assert settings.closed_for("malente") == frozenset()


def test_a_form_from_elsewhere_changes_nothing(cases, client):
    session = client("hubleitung", "text/html")
    answer = session.post("@@deadlines-controlpanel", data={FIELD: "9", "save": "1"})
    assert answer.status_code == 403
    assert settings.service_days("TravelRequest", "submitted") == 3


def test_the_page_of_the_jobs(web, cases, panel):
    assert "Bisher ist nichts erledigt worden" in panel("jobs-controlpanel").text
    assert "An Vorgänge erinnern" in panel("jobs-controlpanel").text


NOTES = st.text("abcäöüß 123.-", max_size=20).map(lambda text: " ".join(text.split()))
CLOSED = st.dictionaries(st.dates(date(2025, 1, 1), date(2027, 12, 31)), NOTES, max_size=30)


@given(CLOSED)
def test_closing_days_are_read_as_they_are_written(days):
    written = closings.write(days)
    try:
        assert closings.read(written) == days
    except closings.BadLine:
        # a note that looks like the rest of a period is the only thing not told apart
        assert any(re.match(r"(-|–|bis)\s*\d", note) for note in days.values())


def test_a_period_is_one_line():
    days = {date(2026, 12, day): "Ferien" for day in range(24, 32)}
    assert closings.write(days) == "24.12.2026 - 31.12.2026 Ferien"
    assert closings.read("24.12.2026 bis 31.12.2026   Ferien\n\n") == days
    assert closings.read("2026-12-24") == {date(2026, 12, 24): ""}
