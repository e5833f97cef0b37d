"""A case from draft to release over REST; what was sent and answered is docs/http-examples/.

With WRITE_EXAMPLES=1 the files are written, else they are compared. What differs from run to run
(addresses, ids, times, hashes) is replaced by something that does not.
"""

from base64 import b64encode
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from funding import conftest as funding
from funding.deadlines.conftest import filed_case
from funding.deadlines.conftest import NOTICE
from funding.money.conftest import add_granted
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.coworking.outside import operations as outside
from kommunalhub.funding.applications.operations import record_notice
from kommunalhub.security.guests import operations as guests
from kommunalhub.site import structure
from kommunalhub.support.outside import operations as reported
from pathlib import Path
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer

import json
import os
import pytest
import re
import requests
import transaction


FOLDER = Path(__file__).parent.parent.parent / "docs" / "http-examples"
HOST = "http://localhost:8080"
PASSWORD = "Kornblume, Leuchtturm, Watt 43"
PEOPLE = {
    "malente-redaktion": ("malente-staff", "malente-editors"),
    "malente-pruefung": ("malente-staff", "malente-reviewers"),
    "berater": ("hub-consultants",),
    "lensahn-mitarbeit": ("lensahn-staff",),
    "hubleitung": ("hub-managers",),
    "support": ("hub-support",),
}
CASE = {
    "@type": "FundingConsultation",
    "title": "Dach der Feuerwache Sieversdorf",
    "goal": "Das Dach von 1974 wird gedämmt und trägt künftig eine Photovoltaikanlage.",
    "topics": ["energie"],
    "total_cost": "184500.00",
    "own_funds": "46125.00",
    "start_date": "2035-05-01",
    "contact_name": "Redaktion Malente",
    "contact_email": "malente-redaktion@example.org",
}
QUESTION = {
    "id": "laptop",
    "title": "Bringen Sie einen Laptop mit?",
    "kind": "yesno",
    "needed": True,
}
#: Asked only of those who answered the first with yes.
PAPER = {
    "id": "vorwissen",
    "title": "Wie gut kennen Sie sich aus?",
    "kind": "choice",
    "choices": ["wenig", "gut"],
    "when": "laptop",
    "equals": "yes",
}
NO = {"laptop": False}
LIST = "Name;E-Mail;Verwaltung\nAda Eins;ada@example.org;Lensahn\nBo Zwei;keine Adresse;Lensahn\n"
ROWS = [
    {
        "key": "ortskern-sh",
        "title": "Ortskernentwicklung",
        "funder": "Land Schleswig-Holstein",
        "topics": "Bauen und Sanieren",
        "rate": "75",
        "max_amount": "750.000,00",
        "deadline_kind": "call",
        "calls": "ab 01.02.2027 bis 31.03.2027; 200.000",
        "source_url": "https://www.example.org/ortskern",
        "checked_on": "02.11.2026",
    },
    {
        "key": "klima-kommunal",
        "title": "Klimaschutz in Kommunen",
        "funder": "Bund",
        "topics": "Energie und Klimaschutz",
        "rate": "60",
        "deadline_kind": "rolling",
        "source_url": "https://www.example.org/klima",
        "checked_on": "02.11.2026",
    },
]
TIMES = (
    re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)?"),
    "2026-11-12T10:14:00+00:00",
)
STEADY = (
    (re.compile(r"http://localhost:\d+/plone"), "http://localhost:8080/hub"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<sha256>"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "<uid>"),
    (re.compile(r'"number": "[0-9A-F]{8}"'), '"number": "12AB34CD"'),
    (re.compile(r"\b([0-9a-f]{4}-){3}[0-9a-f]{4}\b"), "0123-4567-89ab-cdef"),
    TIMES,
    # Plone's own clock goes on where ours stands still
    (
        re.compile(r'"(created|modified|time)": "\d{4}-\d\d-\d\dT[\d:.]+(\+00:00|Z)?"'),
        r'"\1": "2026-11-12T10:14:00+00:00"',
    ),
    (re.compile(r"([cfwCFW])-\d{4}-\d+"), r"\1-2026-001"),
    (re.compile(r"(am|seit|vom) \d+\. \w+ \d{4}, \d\d:\d\d"), r"\1 12. November 2026, 11:14"),
    # locks, and moments of Plone's own as seconds
    (re.compile(r'"token": "0\.[^"]+"'), '"token": "<token>"'),
    (re.compile(r'"(created|time)": \d+\.\d+'), r'"\1": 1794478440.0'),
)


def steady(text, patterns=STEADY):
    for pattern, replacement in patterns:
        text = pattern.sub(replacement, text)
    return text


@pytest.fixture
def walk(functional):
    """Return a function that asks as a person and keeps the example under a name."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    structure.build(portal)
    for name, groups in PEOPLE.items():
        api.user.create(
            username=name,
            email=f"{name}@example.org",
            password=PASSWORD,
            properties={"fullname": name.replace("-", " ").title()},
        )
        for group in groups:
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    base = f"http://localhost:{functional['port']}/plone"
    differing = []

    def ask(name, person, method, path, body=None):
        patterns = [pair for pair in STEADY if pair is not TIMES or not ask.keeps_times]
        headers = {"Accept": "application/json", "Accept-Language": "de"}
        by_link = path.endswith(("/@my-application", "/@my-ticket"))
        answer = requests.request(
            method,
            path if path.startswith("http") else base + path,
            auth=None if by_link or person is None else (person, PASSWORD),
            headers=headers | ({"X-Hub-Link": person} if by_link else {}),
            json=body,
        )
        sent = f"{method} {steady(answer.request.url, patterns).removeprefix(HOST)} HTTP/1.1"
        shown = "X-Hub-Link: <key of the link>" if by_link else f"Authorization: Basic <{person}>"
        lines = [sent, "Accept: application/json", *([] if person is None else [shown])]
        if body is not None:
            lines += ["Content-Type: application/json", "", pretty(body, patterns)]
        got = [f"HTTP/1.1 {answer.status_code} {answer.reason}"]
        if answer.content:
            got += ["Content-Type: application/json", "", pretty(answer.json(), patterns)]
        for kind, text in (("req", lines), ("resp", got)):
            keep(FOLDER / f"{name}.{kind}", "\n".join(text) + "\n", differing)
        return answer

    ask.differing = differing
    ask.keeps_times = False  # a walk in a time that stands still has its own
    return ask


def pretty(value, patterns):
    return steady(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True), patterns)


def keep(path, text, differing):
    if os.environ.get("WRITE_EXAMPLES"):
        path.write_text(text, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != text:
        differing.append(path.name)


def test_a_case_over_rest(walk):
    folder = "/foerderung/beratungen/malente"
    wrong = CASE | {"own_funds": "200000.00"}
    assert walk("create_wrong", "malente-redaktion", "POST", folder, wrong).status_code == 400
    made = walk("create", "malente-redaktion", "POST", folder, CASE)
    assert made.status_code == 201
    case = made.json()["@id"]
    done = walk("submit", "malente-redaktion", "POST", f"{case}/@workflow/submit", {})
    assert done.json()["review_state"] == "submitted"
    own = walk("release_own", "malente-redaktion", "POST", f"{case}/@workflow/release", {})
    assert own.status_code == 403
    inbox = walk("inbox", "malente-pruefung", "GET", "/@inbox")
    assert inbox.json()["items_total"] == 1
    bare = walk("return_without_reason", "malente-pruefung", "POST", f"{case}/@workflow/return", {})
    assert bare.status_code == 400
    bulk = {"uids": [made.json()["UID"]], "transition": "release", "comment": "Bitte zügig."}
    decided = walk("inbox_decide", "malente-pruefung", "POST", "/@inbox-decide", bulk)
    assert decided.status_code == 200
    late = walk("decided_already", "malente-pruefung", "POST", f"{case}/@workflow/release", {})
    assert late.status_code == 409
    taken = walk("take", "berater", "POST", f"{case}/@workflow/take", {"comment": ""})
    assert taken.json()["review_state"] == "in_consultation"
    journal = walk("journal", "malente-redaktion", "GET", f"{case}/@journal").json()
    assert journal["verified"] is True
    assert [entry["action"] for entry in journal["entries"] if entry["action"]] == [
        "submit",
        "release",
        "take",
    ]
    assert walk("submitted", "malente-redaktion", "GET", "/@submitted").status_code == 200
    assert walk("partners", "malente-redaktion", "GET", "/@partners").status_code == 200
    assert walk.differing == []


def test_a_booking_over_rest(walk, monkeypatch):
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    section = api.portal.get()["co-working"]
    with as_builder(api.portal.get()):
        for number in (1, 2):
            values = {"title": f"Schreibtisch {number}", "kind": "desk", "horizon": 14}
            space = createContentInContainer(section, "Space", **values)
            api.content.transition(space, to_state="public")
    transaction.commit()
    bookings = "/co-working/schreibtisch-2/@bookings"
    day = "2026-11-19T"
    wish = {"start": f"{day}08:00:00", "end": f"{day}18:00:00", "purpose": "Klausur"}
    made = walk("book", "malente-redaktion", "POST", bookings, wish)
    assert made.status_code == 201
    taken = walk("book_taken", "lensahn-mitarbeit", "POST", bookings, wish)
    assert taken.status_code == 409
    late = {"start": "2026-12-18T08:00:00", "end": "2026-12-18T18:00:00"}
    refused = walk("book_refused", "lensahn-mitarbeit", "POST", bookings, late)
    assert refused.status_code == 400
    query = f"?from={day}00:00:00&to={day}23:00:00"
    seen = walk("bookings_outside", "lensahn-mitarbeit", "GET", bookings + query)
    assert "purpose" not in seen.json()["items"][0]
    free = walk("availability", "lensahn-mitarbeit", "GET", f"/co-working/@availability{query}")
    assert free.json()["items_total"] == 2
    plan = walk("plan", "lensahn-mitarbeit", "GET", f"/co-working/@plan?at={day}10:00:00")
    assert {item["state"] for item in plan.json()["items"]} == {"busy", "free"}
    shorter = {"end": f"{day}12:00:00"}
    own = made.json()["@id"]
    assert walk("book_change", "malente-redaktion", "PATCH", own, shorter).status_code == 200
    same = {"start": f"{day}08:00:00", "end": f"{day}12:00:00", "wait": True}
    waits = walk("book_wait", "lensahn-mitarbeit", "POST", bookings, same)
    assert (waits.status_code, waits.json()["position"]) == (201, 1)
    assert walk("book_cancel", "malente-redaktion", "DELETE", own).status_code == 204
    offer = waits.json()["@id"]
    assert walk("book_offer", "lensahn-mitarbeit", "GET", offer).json()["state"] == "offered"
    taken = walk("book_accept", "lensahn-mitarbeit", "PATCH", offer, {"accept": True})
    assert taken.json()["state"] == "confirmed"
    weekly = {"first": "2026-11-19", "until": "2026-11-26", "step": "weeks", "start": "9:00"}
    weekly |= {"end": "11:00", "purpose": "Runde", "conflicts": "skip"}
    series = "/co-working/schreibtisch-2/@booking-series"
    seen = walk("series_preview", "malente-redaktion", "POST", series, {**weekly, "preview": True})
    assert [one["free"] for one in seen.json()["dates"]] == [False, True]
    made = walk("series", "malente-redaktion", "POST", series, weekly)
    assert (made.status_code, made.json()["skipped"]) == (201, ["2026-11-19"])
    date = made.json()["items"][0]
    moved = {"start": "2026-11-26T10:00:00", "end": "2026-11-26T12:00:00", "scope": "from"}
    assert walk("series_move", "malente-redaktion", "PATCH", date["@id"], moved).status_code == 200
    more = walk(
        "series_add", "malente-redaktion", "POST", f"{series}/{date['id']}", {"date": "2026-11-25"}
    )
    assert more.status_code == 201
    left = f"{date['@id']}?scope=from"
    assert walk("series_cancel", "malente-redaktion", "DELETE", left).status_code == 204
    away = "/@my-bookings?first=2026-11-20&last=2026-11-30"
    gone = walk("bookings_away", "malente-redaktion", "DELETE", away)
    assert gone.json() == {"cancelled": 1}
    assert walk.differing == []


def test_prices_and_reports_over_rest(walk, monkeypatch):
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    portal = api.portal.get()
    section = portal["co-working"]
    with as_builder(portal):
        api.user.create(username="gast", email="gast@example.org", password=PASSWORD)
        fields = {"title": "Schreibtisch 1", "kind": "desk", "bookable_by": {"everybody"}}
        space = createContentInContainer(section, "Space", **fields)
        api.content.transition(space, to_state="public")
    transaction.commit()
    rates = {"desk": {"person": {"hour": "4.00", "day": "25.00"}, "company": {"day": "40.00"}}}
    body = {"valid_from": "2026-11-12", "rates": rates, "cancel_hours": 24, "cancel_share": 50}
    entered = walk("prices_enter", "hubleitung", "POST", "/co-working/@prices", body)
    assert entered.status_code == 201
    wrong = {"valid_from": "2026-11-12", "rates": {"desk": {"person": {"hour": "-1"}}}}
    refused = walk("prices_wrong", "hubleitung", "POST", "/co-working/@prices", wrong)
    assert refused.status_code == 400
    assert walk("prices", "gast", "GET", "/co-working/@prices").json()["items_total"] == 1
    desk, day = "/co-working/schreibtisch-1", "2026-11-19T"
    asked = f"{desk}/@price?from={day}09:00:00&to={day}12:00:00"
    assert walk("price", "gast", "GET", asked).json()["price"] == "12.00"
    wish = {"start": f"{day}09:00:00", "end": f"{day}12:00:00", "price": "8.00"}
    other = walk("book_price_changed", "gast", "POST", f"{desk}/@bookings", wish)
    assert (other.status_code, other.json()["price"]) == (409, "12.00")
    rows = [
        {"space": "Schreibtisch 1", "day": "20.11.2026", "start": "9:00", "end": "12:00"}
        | {"person": f"{name}@example.org", "purpose": "Vertretung"}
        for name in ("gast", "niemand")
    ]
    table = "/co-working/@import-bookings"
    looked = walk("import_trial", "hubleitung", "POST", table, {"rows": rows, "trial": True})
    assert "problem" in looked.json()["items"][1]
    done = walk("import", "hubleitung", "POST", table, {"rows": rows[:1]})
    assert (done.status_code, done.json()["booked"]) == (201, True)
    query = "?first=2026-11-01&last=2026-11-30"
    receipts = walk("receipts", "hubleitung", "GET", f"/co-working/@receipts{query}")
    assert receipts.status_code == 200
    occupancy = walk("occupancy", "hubleitung", "GET", f"/co-working/@occupancy{query}")
    assert occupancy.status_code == 200
    assert walk.differing == []


def test_an_application_by_a_link_over_rest(walk, monkeypatch):
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 10, 14, tzinfo=UTC)
    monkeypatch.setattr(formatting, "now", lambda: now)
    values = {
        "applicant_kind": "startup",
        "organisation": "Seeblick Software UG",
        "contact_name": "Uta Ohne",
        "contact_email": "uta@example.org",
        "space_kind": "desk",
        "persons": 1,
        "start": date(2026, 11, 19),
        "end": date(2026, 12, 18),
        "weekdays": {"mon", "tue", "wed", "thu", "fri"},
        "purpose": "Wir entwickeln eine App für Gästekarten.",
        "house_rules": True,
        "privacy": True,
    }
    portal = api.portal.get()
    with as_builder(portal):
        api.portal.set_registry_record("plone.smtp_host", "localhost")
        api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
        space = createContentInContainer(portal["co-working"], "Space", title="Platz", kind="desk")
        api.content.transition(space, to_state="public")
    number = outside.UNCONFIRMED.keep(values)
    guest_id = outside.confirm(number, values)
    key = guests.key_of(guest_id)
    transaction.commit()
    url = "/co-working/@my-application"
    seen = walk("my_application", key, "GET", url)
    assert (seen.status_code, seen.json()["state"]) == (200, "submitted")
    early = {"act": "book", "space": space.UID(), "date": "2026-11-20"}
    early |= {"start": "9:00", "end": "12:00"}
    assert walk("my_application_early", key, "POST", url, early).status_code == 403
    gone = {"act": "withdraw", "comment": "Wir haben etwas anderes gefunden."}
    done = walk("my_application_withdraw", key, "POST", url, gone)
    assert done.json()["state"] == "withdrawn"
    assert walk("my_application_unknown", "falsch", "GET", url).status_code == 404
    assert walk.differing == []


def test_a_registration_over_rest(walk, monkeypatch):
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    portal = api.portal.get()
    with as_builder(portal):
        api.group.add_user(groupname="hub-trainers", username="berater")
    values = {
        "title": "Rechnungen digital",
        "start": datetime(2026, 12, 8, 8, tzinfo=UTC),
        "end": datetime(2026, 12, 8, 11, tzinfo=UTC),
        "place": "Halle im Hub",
        "capacity": 1,
        "partner": "malente",
    }
    with api.env.adopt_user(username="berater"):
        workshop = createContentInContainer(portal["workshops"], "Workshop", **values)
        portal.portal_workflow.doActionFor(workshop, "submit")
    with api.env.adopt_user(username="malente-pruefung"):
        portal.portal_workflow.doActionFor(workshop, "publish")
    transaction.commit()
    url = f"/workshops/{workshop.getId()}"
    seats = f"{url}/@registrations"
    asked = {"questions": [QUESTION, PAPER]}
    got = walk("workshop_questions", "berater", "PATCH", f"{url}/@questions", asked)
    assert [one["id"] for one in got.json()["questions"]] == ["laptop", "vorwissen"]
    got = walk("workshop_unanswered", "malente-redaktion", "POST", seats, {})
    assert got.status_code == 400
    body = {"needs": "Platz nahe der Tür", "answers": {"laptop": True, "vorwissen": "wenig"}}
    got = walk("workshop_register", "malente-redaktion", "POST", seats, body)
    assert (got.status_code, got.json()["state"]) == (201, "registered")
    got = walk("workshop_wait", "lensahn-mitarbeit", "POST", seats, {"answers": NO})
    assert (got.json()["state"], got.json()["position"]) == ("waiting", 1)
    got = walk("workshop_twice", "lensahn-mitarbeit", "POST", seats, {"answers": NO})
    assert got.status_code == 409
    assert walk("workshop_leave", "malente-redaktion", "DELETE", seats).status_code == 204
    accept = {"state": "registered"}
    got = walk("workshop_accept", "lensahn-mitarbeit", "PATCH", seats, accept)
    assert got.status_code == 200
    listed = {"file": b64encode(LIST.encode()).decode(), "dry_run": True}
    got = walk("workshop_file", "berater", "POST", seats, listed)
    assert (got.status_code, got.json()["refused"]) == (200, 1)
    once = {"date": "2027-01-12", "start": "9:00", "end": "12:00", "preview": True}
    got = walk("workshop_repeat", "berater", "POST", f"{url}/@repeat", once)
    assert got.json()["items_total"] == 1
    got = walk("workshop_not_late", "lensahn-mitarbeit", "PATCH", seats, {"excuse": "Krank"})
    assert got.status_code == 409
    assert walk("workshop_list", "berater", "GET", seats).json()["items_total"] == 2
    assert walk("workshops", "lensahn-mitarbeit", "GET", "/@workshops").json()["items_total"] == 1
    monkeypatch.setattr(formatting, "now", lambda: now.replace(month=12, day=8, hour=9, minute=10))
    late = walk("workshop_excuse", "lensahn-mitarbeit", "PATCH", seats, {"excuse": "Zugausfall"})
    assert late.json()["excused"] is not None
    came = walk("workshop_came", "berater", "PATCH", f"{seats}/2", {"attended": True})
    assert came.json()["attended"] is True
    transaction.begin()
    with api.env.adopt_user(username="berater"):
        for step in ("close_registration", "hold"):
            portal.portal_workflow.doActionFor(workshop, step)
    transaction.commit()
    said = {"ratings": {"content": 5, "use": 4}, "comment": "Gern öfter."}
    sheet = f"{url}/@evaluation"
    got = walk("workshop_evaluate", "lensahn-mitarbeit", "POST", sheet, said)
    assert (got.status_code, got.json()["state"]) == (201, "done")
    assert walk("workshop_evaluation", "berater", "GET", sheet).json()["results"] == []
    got = walk("certificates", "lensahn-mitarbeit", "GET", "/@certificates")
    assert got.json()["items_total"] == 1
    assert walk.differing == []


def test_programmes_over_rest(walk, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 12, 11, 14, tzinfo=UTC))
    walk.keeps_times = True
    library, ours, theirs = "/foerderung/programme", "berater", "lensahn-mitarbeit"
    table = f"{library}/@programmes-import"
    looked = walk("programmes_import_trial", ours, "POST", table, {"rows": ROWS, "trial": True})
    assert (looked.status_code, looked.json()["counts"]["new"]) == (200, 2)
    refused = [ROWS[0] | {"rate": "viel"}]
    refused = walk("programmes_import_refused", ours, "POST", table, {"rows": refused})
    assert refused.status_code == 409
    assert walk("programmes_import", ours, "POST", table, {"rows": ROWS}).status_code == 201
    transaction.begin()
    portal = api.portal.get()
    made = [portal["foerderung"]["programme"][row["key"]] for row in ROWS]
    with as_builder(portal):
        for programme in made:
            api.content.transition(programme, to_state="public")
    transaction.commit()
    checked = walk("programme_check", ours, "POST", f"{library}/ortskern-sh/@check", {})
    assert checked.json() == {"checked_on": "2026-11-12", "checked_by": "berater"}
    found = walk("programmes", theirs, "GET", f"{library}/@programmes?topic=bauen")
    assert found.json()["items_total"] == 1
    uids = "&".join(f"uid={programme.UID()}" for programme in made)
    terms = walk("programmes_compare", theirs, "GET", f"{library}/@programmes-compare?{uids}")
    assert any(term["differs"] for term in terms.json()["terms"])
    export = walk("programmes_export", theirs, "GET", f"{library}/@programmes-export?topic=energie")
    assert [row["key"] for row in export.json()["rows"]] == ["klima-kommunal"]
    report = {"title": "Zukunft Dorf", "source_url": "https://www.example.org/dorf", "note": ""}
    sent = walk("programmes_report", theirs, "POST", f"{library}/@programmes-report", report)
    assert (sent.status_code, sent.json()["state"]) == (201, "waiting")
    own = walk("programmes_reports", theirs, "GET", f"{library}/@programmes-report")
    assert len(own.json()["items"]) == 1
    assert walk.differing == []


DEVICES = [
    {"number": "L-D-014", "title": "Drucker Flur 1", "kind": "printer", "partner": "lensahn"},
    {"number": "L-PC-021", "title": "Computer Empfang", "kind": "computer", "partner": "lensahn"},
]


def test_a_ticket_without_an_account_over_rest(walk, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 30, 9, tzinfo=UTC))
    walk.keeps_times = True
    values = {"title": "Der Beamer zeigt kein Bild", "contact_name": "Uta Ohne"}
    values["contact_email"] = "uta@example.org"
    guest_id = reported.confirm(reported.UNCONFIRMED.keep(values), values)
    key = guests.key_of(guest_id)
    transaction.commit()
    url = "/support/@my-ticket"
    assert walk("my_ticket", key, "GET", url).json()["acts"] == ["write", "close"]
    said = {"act": "write", "text": "Es ist der Beamer im Saal."}
    done = walk("my_ticket_write", key, "POST", url, said)
    assert done.json()["said"][-1]["text"] == said["text"]
    assert walk("my_ticket_unknown", "falsch", "GET", url).status_code == 404
    assert walk.differing == []


def test_devices_and_disturbances_over_rest(walk, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 30, 9, tzinfo=UTC))
    walk.keeps_times = True
    listed, ours, theirs = "/support/geraete", "support", "lensahn-mitarbeit"
    table = f"{listed}/@devices-import"
    looked = walk("devices_import_trial", ours, "POST", table, {"rows": DEVICES, "trial": True})
    assert (looked.status_code, looked.json()["counts"]["new"]) == (200, 2)
    refused = {"rows": [DEVICES[0] | {"kind": "Zauberkasten"}]}
    assert walk("devices_import_refused", ours, "POST", table, refused).status_code == 409
    assert walk("devices_import", ours, "POST", table, {"rows": DEVICES}).status_code == 201
    found = walk("devices", theirs, "GET", f"{listed}/@devices?kind=printer")
    assert [item["number"] for item in found.json()["items"]] == ["L-D-014"]
    transaction.begin()
    portal = api.portal.get()
    with as_builder(portal):
        disturbance = createContentInContainer(
            portal["support"]["stoerungen"],
            "Disturbance",
            title="Drucken im Amt Lensahn",
            description="Bitte drucken Sie solange in der Poststelle.",
            partners={"lensahn"},
            starts=formatting.now(),
        )
    path = disturbance.absolute_url_path().removeprefix("/plone")
    transaction.commit()
    shown = walk("disturbances", theirs, "GET", "/support/@disturbances")
    assert len(shown.json()["items"]) == 1
    assert walk("disturbance_follow", theirs, "POST", f"{path}/@follow", {}).json()["follows"]
    ended = {"text": "Der Druckserver läuft wieder.", "solve": True}
    over = walk("disturbance_end", ours, "POST", f"{path}/@disturbance-end", ended)
    assert over.json()["standing"] == "over"
    assert walk.differing == []


def test_deadlines_over_rest(walk, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 30, 11, tzinfo=UTC))
    walk.keeps_times = True
    case = filed_case(api.portal.get(), funding)
    record_notice(case, 1, NOTICE)
    transaction.commit()
    path = case.absolute_url_path().removeprefix("/plone")
    query = "first=2027-01-01&last=2028-12-31&b_size=2"
    found = walk("deadlines", "berater", "GET", f"/foerderung/@deadlines?{query}")
    assert found.json()["items_total"] == 4
    of_case = walk("deadlines_case", "malente-redaktion", "GET", f"{path}/@deadlines")
    assert len(of_case.json()["items"]) == 9
    sent = {"application": 1, "key": "interim.1.2027", "day": "2026-11-29", "remark": "Per Post"}
    done = walk("deadlines_done", "malente-redaktion", "POST", f"{path}/@deadlines", sent)
    assert done.json()["standing"] == "done"
    sent["day"] = "2027-02-30"
    wrong = walk("deadlines_wrong", "malente-redaktion", "POST", f"{path}/@deadlines", sent)
    assert wrong.status_code == 400
    assert not walk.differing


def test_the_money_of_a_grant_over_rest(walk, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 30, 11, tzinfo=UTC))
    walk.keeps_times = True
    case = add_granted(api.portal.get(), funding)
    transaction.commit()
    path = case.absolute_url_path().removeprefix("/plone")

    def ask(name, method, service, body=None):
        return walk(name, "malente-redaktion", method, f"{path}/{service}", body)

    wish = {"day": "2026-10-01", "amount": "30000.01", "due": "40000.00"}
    assert ask("drawdown_above", "POST", "@drawdowns/1", wish).status_code == 400
    wish["amount"] = "30000.00"
    assert ask("drawdown", "POST", "@drawdowns/1", wish).status_code == 201
    came = {"received": {"day": "2026-10-12", "amount": "30000.00"}}
    assert ask("drawdown_received", "PATCH", "@drawdowns/1/1", came).status_code == 200
    back = {"paid_back": {"day": "2026-11-02", "amount": "500.01", "comment": "Skonto"}}
    assert ask("drawdown_paid_back", "POST", "@drawdowns/1", back).status_code == 201
    found = ask("drawdowns", "GET", "@drawdowns/1").json()
    assert (found["left"], found["paid_back"]) == ("60000.00", "500.01")
    paid = {"invoice": "RE-17", "payee": "Dachdeckerei Muster", "item": "Dach"}
    paid |= {"paid_on": "2026-10-20", "net": "33613.45", "gross": "40000.00"}
    assert ask("voucher", "POST", "@vouchers/1", paid).status_code == 201
    less = {"net": "33053.22", "gross": "39333.33", "eligible": "39333.33"}
    assert ask("voucher_change", "PATCH", "@vouchers/1/1", less).status_code == 200
    assert ask("vouchers", "GET", "@vouchers/1").json()["eligible"] == "39333.33"
    used = {"kind": "regular", "day": "2026-11-20", "report": "Das Dach ist dicht."}
    assert ask("proof_unconfirmed", "POST", "@proof/1", used).status_code == 400
    used["confirmed"] = True
    assert ask("proof_submit", "POST", "@proof/1", used).status_code == 201
    answer = {"result": {"state": "accepted", "day": "2026-11-27"}}
    assert ask("proof_answer", "PATCH", "@proof/1/1", answer).status_code == 200
    assert ask("proof", "GET", "@proof/1").json()["settled"] is True
    thing = {"title": "Wärmebildkamera", "inventory_number": "FW-77", "price": "890.00"}
    thing |= {"bought_on": "2026-10-05", "place": "Feuerwache Sieversdorf"}
    assert ask("inventory_add", "POST", "@inventory/1", thing).status_code == 201
    gone = {"disposed": {"day": "2026-11-10", "comment": "Gestohlen"}}
    assert ask("inventory_too_early", "PATCH", "@inventory/1/1", gone).status_code == 400
    gone["disposed"]["anyway"] = True
    assert ask("inventory_gone", "PATCH", "@inventory/1/1", gone).status_code == 200
    assert len(ask("inventory", "GET", "@inventory/1").json()["items"]) == 1
    assert walk.differing == []


def test_a_funding_file_over_rest(walk, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 30, 11, tzinfo=UTC))
    walk.keeps_times = True
    case = funding.bring_to(funding.add_consultation(api.portal.get()), "in_consultation")
    transaction.commit()
    path = case.absolute_url_path().removeprefix("/plone")

    def asked(name, person, method, service, body, status):
        answer = walk(name, person, method, f"{path}/{service}", body)
        assert answer.status_code == status, answer.text
        return answer.json()

    editor, consultant = "malente-redaktion", "berater"
    meeting = {"start": "2026-12-03T10:00", "minutes": 90, "place": "Rathaus Malente"}
    entry = {"text": "Telefonat mit dem Land.", "date": "2026-11-27", "who": "administration"}
    entry |= {"next_step": "Bauzeichnung anfordern", "until": "2026-12-02", "appointment": meeting}
    said = asked("protocol_entry", consultant, "POST", "@protocol", entry, 201)
    assert said["appointment"]["start"] == "2026-12-03T09:00:00+00:00"
    entry |= {"text": "Noch ein Telefonat.", "appointment": {"start": "2026-12-03"}}
    asked("protocol_wrong", consultant, "POST", "@protocol", entry, 400)
    wish = {"programme_title": "Kommunale Gebäude", "kind": "first", "amount": "100000.00"}
    made = asked("funding_application", editor, "POST", "@applications", wish, 201)
    assert made["steps"] == ["in_work", "filed", "withdrawn"]
    step = {"step": {"state": "filed", "day": "2026-11-02", "comment": "Über das Portal"}}
    filed = asked("funding_step", editor, "PATCH", "@applications/1", step, 200)
    assert filed["state"] == "filed"
    items = [{"title": "Dach", "gross": "184500.00", "eligible": True}]
    funds = [
        {"kind": "grant", "title": "Land", "amount": "100000.00", "application": 1},
        {"kind": "own", "title": "Haushalt", "amount": "84500.00"},
    ]
    plan = {"items": items, "funds": funds, "remark": "Nach der Kostenschätzung"}
    asked("funding_plan", editor, "POST", "@plans", plan, 201)
    plan = {"items": items, "funds": funds[:1]}
    asked("funding_plan_wrong", editor, "POST", "@plans", plan, 400)
    order = {"day": "2026-11-20", "what": "Dachdecker", "amount": "128400.00", "kind": "works"}
    early = asked("funding_order_early", editor, "POST", "@orders/1", order, 409)
    assert [one["code"] for one in early["findings"]] == ["waiting"]
    reason = order | {"reason": "Das Dach ist undicht."}
    asked("funding_order_reason", editor, "POST", "@orders/1", reason, 202)
    sent = {"kind": "total", "day": "2026-11-16", "delivery": "post", "amount": "100000.00"}
    sent |= {"period_to": "2027-12-31", "proof_months": 6, "reference": "IV 5 - 123"}
    sent["conditions"] = [{"text": "Bauschild aufstellen", "due": "2027-03-31"}]
    asked("funding_notice", consultant, "POST", "@notices/1", sent, 201)
    asked("funding_order", editor, "POST", "@orders/1", order | {"day": "2026-11-24"}, 201)
    assert walk.differing == []


def test_the_radar_and_text_blocks_over_rest(walk):
    radar, blocks = "/foerderung/@funding-radar", "/foerderung/@text-blocks"
    profile = {"title": "Energie", "owner": "malente", "topics": ["energie"], "cost_to": "184500"}
    assert walk("radar", "malente-redaktion", "POST", radar, profile).status_code == 201
    assert walk("radar_found", "malente-redaktion", "GET", f"{radar}/1").status_code == 200
    other = walk("radar_of_others", "lensahn-mitarbeit", "GET", f"{radar}/1")
    assert other.status_code == 404
    block = {"title": "Eigenanteil", "text": "Er steht im Haushalt [Jahr].", "topics": ["bauen"]}
    made = walk("text_block", "berater", "POST", blocks, block)
    assert made.status_code == 201
    found = walk("text_blocks", "malente-redaktion", "GET", f"{blocks}?q=haushalt")
    assert found.json()["items_total"] == 1
    results = walk("funding_results", "berater", "GET", "/foerderung/@funding-results")
    assert results.json()["cases"] == 0
    too_few = walk("funding_impact_too_few", "hubleitung", "POST", "/foerderung/@funding-impact")
    assert too_few.status_code == 400
    assert walk.differing == []


def test_pages_and_dates_over_rest(walk, monkeypatch):
    html = '<h2>Anfahrt</h2><p><img src="rathaus.png"></p><p>Klicken Sie <a href="/x">hier</a>.</p>'
    new = {"@type": "Document", "title": "Rathaus", "text": {"data": html}}
    made = walk("page_new", "malente-redaktion", "POST", "/partner/malente", new)
    assert made.status_code == 201
    page = "/partner/malente/rathaus"
    found = walk("page_check", "malente-redaktion", "GET", f"{page}/@page-check").json()
    assert [one["rule"] for one in found["items"]] == ["picture", "link_vague"]
    step = f"{page}/@workflow/submit"
    kept_back = walk("page_kept_back", "malente-redaktion", "POST", step, {})
    assert kept_back.status_code == 403
    walk.keeps_times = True
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 12, 10, 14, tzinfo=UTC))
    council = {"@type": "Event", "title": "Gemeindevertretung", "location": "Rathaus Malente"}
    council |= {"start": "2026-11-26T18:00:00+00:00", "end": "2026-11-26T20:00:00+00:00"}
    council |= {"access": ["hearing_loop"], "topics": ["ortsrecht"]}
    url = "/partner/malente"
    assert walk("event_new", "malente-redaktion", "POST", url, council).status_code == 201
    query = "?from=2026-11-12&to=2026-12-31&kind=events&access=hearing_loop"
    found = walk("calendar", "malente-redaktion", "GET", f"/@calendar{query}").json()
    assert [one["state"] for one in found["items"]] == [["tentative"]]
    other = walk("calendar_of_others", "lensahn-mitarbeit", "GET", f"/@calendar{query}").json()
    assert other["items_total"] == 0
    dates = "/partner/malente/gemeindevertretung/@event-dates"
    assert walk("event_dates", "malente-redaktion", "GET", dates).json()["items"][0]["number"] == 1
    off = {"state": "cancelled", "reason": "Der Saal ist gesperrt."}
    told = walk("event_date_cancel", "malente-redaktion", "PATCH", f"{dates}/1", off)
    assert (told.json()["state"], told.json()["sequence"]) == (["cancelled", "tentative"], 1)
    move = {"start": "2026-12-03T19:00:00", "end": "2026-12-03T21:00:00", "reason": "Sturm"}
    told = walk("event_date_move", "malente-redaktion", "PATCH", f"{dates}/1", move)
    assert (told.json()["state"], told.json()["sequence"]) == (["tentative"], 2)
    for name, body in (
        ("event_date_wrong", {"start": "gestern", "end": 5, "reason": ""}),
        ("event_date_over", move | {"start": "2020-12-03", "end": "2020-12-04"}),
    ):
        told = walk(name, "malente-redaktion", "PATCH", f"{dates}/1", body)
        assert told.status_code == 400
    none = walk("event_date_none", "malente-redaktion", "PATCH", f"{dates}/7", off)
    assert none.status_code == 404
    wrong = "/@calendar?from=gestern&kind=feiern&b_size=501"
    told = walk("calendar_wrong", "lensahn-mitarbeit", "GET", wrong)
    assert told.status_code == 400
    assert {one["field"] for one in told.json()["errors"]} == {"from", "kind", "b_size"}
    assert walk.differing == []


def test_what_the_hub_brought_over_rest(walk, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 30, 11, tzinfo=UTC))
    walk.keeps_times = True
    for number in range(3):
        facts = {"title": f"Dach {number}", "applied_amount": Decimal(100000)}
        funding.bring_to(funding.add_consultation(api.portal.get(), **facts), "granted")
    transaction.commit()
    impact = "/foerderung/@funding-impact"
    assert walk("funding_impact_publish", "hubleitung", "POST", impact).status_code == 201
    shown = walk("funding_impact", "lensahn-mitarbeit", "GET", impact).json()
    assert (shown["cases"], shown["granted"]) == (3, "300000.00")
    assert walk("funding_impact_take_back", "hubleitung", "DELETE", impact).status_code == 204
    assert walk("funding_impact_none", "lensahn-mitarbeit", "GET", impact).status_code == 404
    assert walk.differing == []
