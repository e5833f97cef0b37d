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


def plain(answer):
    """Return the text of a page with its umlauts written out."""
    return re.sub(r"&#(\d{3,});", lambda found: chr(int(found[1])), answer.text)


class Panel:
    """One of the panels in the hands of the hub management."""

    def __init__(self, client, name):
        self.session = client("hubleitung", "text/html")
        self.name = f"@@{name}"

    def get(self):
        self.page = plain(self.session.get(self.name))
        return self

    def hidden(self, name):
        found = re.search(rf'name="{name}"\s[^>]*value="([^"]*)"', self.page)
        return found[1] if found else ""

    def value(self, name):
        return re.search(rf'name="{name}"[^>]*?value="([^"]*)"', self.page, re.S)[1]

    def send(self, button, **fields):
        names = re.findall(r'name="((?:days|plan)\.[^"]*)"', self.page)
        texts = dict(re.findall(r'<textarea id="([^"]*)"[^>]*>([^<]*)<', self.page))
        form = {name: texts.get(name) if name in texts else self.value(name) for name in names}
        form.update({name.replace("__", "."): value for name, value in fields.items()})
        form[button] = "1"
        form.update((name, self.hidden(name)) for name in ("_authenticator", "seen"))
        answer = self.session.post(self.name, data=form)
        self.page, self.status = plain(answer), answer.status_code
        return self


@pytest.fixture
def panel(client):
    return lambda name="deadlines-controlpanel": Panel(client, name).get()


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
    page.send("preview", **{FIELD: "1"})
    assert "1</strong> sind dann sofort überfällig" in page.page
    assert "2</strong> werden früher fällig als jetzt" in page.page
    assert due_days(cases) == before
    assert settings.service_days("TravelRequest", "submitted") == 3
    page.send("save", **{FIELD: "1"})
    assert "Verschobene Fristen: 2" in page.page
    assert due_days(cases) == [date(2026, 11, 3), date(2026, 11, 4), before[2]]
    assert indexed(web, cases) == due_days(cases)
    assert panel().value(FIELD) == "1"


def test_saving_without_having_seen_the_effect_shows_it_first(cases, panel):
    before = due_days(cases)
    page = panel().send("save", **{FIELD: "6"})
    assert "2</strong> werden später fällig als jetzt" in page.page
    assert due_days(cases) == before
    page.send("save", **{FIELD: "7"})  # seen was another number
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
    page.send("preview", **{FIELD: "3"})
    assert "2</strong> bekommen eine Frist" in page.page
    page.send("save", **{FIELD: "3"})
    assert due_days(cases) == before


@pytest.mark.parametrize("wrong", ["0", "-1", "x", "1.5", "251", "²", "9" * 50])
def test_what_is_no_number_of_days_is_told_at_the_field(cases, panel, wrong):
    page = panel().send("save", **{FIELD: wrong})
    assert page.status == 400
    assert "Bitte schreiben Sie eine ganze Zahl von 1 bis 250." in page.page
    assert "Auswirkung zeigen" in page.page
    assert settings.service_days("TravelRequest", "submitted") == 3


def test_reminders_are_set_and_indexed_anew(web, cases, panel):
    page = panel().send("save", plan__before="2", plan__escalate="0")
    assert "Gespeichert" in page.page
    look_again(web)
    assert settings.reminders() == forecast.rules.Reminders(before=2, escalate=0)
    catalog = web.portal_catalog
    query = {"query": MONDAY + timedelta(days=1), "range": "max"}
    assert [b.UID for b in catalog.unrestrictedSearchResults(remind_at=query)] == [cases[0].UID()]
    assert panel().send("save", plan__before="", plan__escalate="99").status == 400


def test_closing_days_move_cases_of_that_administration(web, cases, panel):
    page = panel("closing-days-controlpanel")
    text = "04.11.2026 - 05.11.2026 Betriebsausflug <b>"
    page.send("preview", plan__malente=text)
    assert "3</strong> werden später fällig als jetzt" in page.page
    page.send("save", plan__malente=text)
    assert due_days(cases) == [date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 19)]
    page = panel("closing-days-controlpanel")
    assert "04.11.2026 - 05.11.2026 Betriebsausflug &lt;b&gt;" in page.page
    page.send("preview", plan__lensahn="24.12.2026")
    assert "Kein offener Vorgang" in page.page
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
    assert "Zeile 2 ist kein Tag" in page.page
    assert settings.closed_for("malente") == frozenset()


def test_a_form_from_elsewhere_changes_nothing(cases, client):
    session = client("hubleitung", "text/html")
    answer = session.post("@@deadlines-controlpanel", data={FIELD: "9", "save": "1"})
    assert answer.status_code == 403
    assert settings.service_days("TravelRequest", "submitted") == 3


def test_the_page_of_the_jobs(web, cases, panel):
    assert "Bisher ist nichts erledigt worden" in panel("jobs-controlpanel").page
    assert "An Vorgänge erinnern" in panel("jobs-controlpanel").page


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
