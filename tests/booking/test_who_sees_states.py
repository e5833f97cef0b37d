"""Roles, states of bookings and channels: who reads what of which booking, and nobody a name more.

One desk has a booking of Mia in each state, in an hour of its own; what each is for says its state.
"""

from dataclasses import replace
from kommunalhub.booking import bookings
from kommunalhub.booking import feeds
from kommunalhub.booking import operations
from kommunalhub.booking import writing
from kommunalhub.booking.storage import book_of
from kommunalhub.core import formatting
from people import PASSWORD
from plone.uuid.interfaces import IUUID

import pytest
import re
import requests
import transaction


EVERYBODY = (None, "gesa", "lena", "mia", "max", "hilde")
READERS = {"mia", "max", "hilde"}
#: Which administration has a space is seen by people of the house.
HOUSE = {"lena", *READERS}
#: name: what is other than in a booking that was just made, and whether it holds its time.
STATES = {
    "bestaetigt": ({}, True),
    "eingecheckt": ({"arrived": True}, True),
    "vorgemerkt": ({"state": bookings.ASKED, "until": True}, True),
    "angeboten": ({"state": bookings.OFFERED, "until": True}, True),
    "storniert": ({"state": bookings.CANCELLED}, False),
    "abgelehnt": ({"state": bookings.REFUSED}, False),
    "verfallen": ({"state": bookings.LAPSED}, False),
    "freigegeben": ({"state": bookings.CANCELLED, "missed": True}, False),
}
HELD = {name for name, (_more, holds) in STATES.items() if holds}
JSON = {"Accept": "application/json"}
PERIOD = "?from={day}T00:00:00&to={day}T23:00:00"
#: name: (address, headers, states that readers read there, and who reads beside them)
CHANNELS = {
    "calendar": ("/haus/@@kalender?date={day}", {}, HELD, {"max", "hilde"}),
    "taken times over REST": ("{desk}/@bookings" + PERIOD, JSON, HELD, READERS),
    "free times over REST": ("/haus/@availability" + PERIOD, JSON, set(), set()),
    "one's own": ("/@@meine-buchungen", {}, HELD, {"mia"}),
    "requests": ("/haus/anfragen", {}, set(), set()),
}


@pytest.fixture
def desk(web, house):
    desk = house.add_space(web, shortest=15)
    with house.As("mia"):
        for number, (name, (more, _holds)) in enumerate(STATES.items()):
            made = operations.book(desk, *house.at(9 + number, 10 + number), f"Zweck-{name}")
            changes = dict(more)
            if changes.get("until"):
                changes["until"] = made.start
            if changes.get("arrived"):
                changes["arrived"] = formatting.now()
            if changes:
                writing.write(desk, made, replace(made, **changes, sequence=1))
    transaction.commit()
    return desk


def ids(desk):
    ledger = book_of(desk.aq_parent.aq_parent).ledgers[IUUID(desk)]
    return {row["purpose"].removeprefix("Zweck-"): row["id"] for row in ledger.bookings.values()}


def ask(url, who, headers=()):
    auth = (who, PASSWORD) if who else None
    return requests.get(url, headers=dict(headers), auth=auth, allow_redirects=False)


def read_in(text):
    return set(re.findall("Zweck-([a-z]+)", text))


def main_of(text):
    return text.partition("<main")[2].partition("</main>")[0] or text


def betrayed(who, text):
    """Return what a text tells somebody of others that they may not know."""
    found = []
    if "Malente" in main_of(text) and who not in HOUSE:
        found.append("administration")
    if re.search("Mia Beispiel|mia@example|[\"']mia[\"']", main_of(text)) and who not in READERS:
        found.append("name")
    return found


def test_channels_by_role_and_state(functional, desk, house):
    base, day, wrong = functional["portal"].absolute_url(), house.workday().isoformat(), []
    for channel, (path, headers, states, readers) in CHANNELS.items():
        address = path.format(day=day, desk="/haus/schreibtisch-1")
        for who in EVERYBODY:
            text = ask(base + address, who, headers).text
            expected = states if who in readers else set()
            if read_in(text) != expected:
                wrong.append(f"{channel}, {who}: {sorted(read_in(text) ^ expected)}")
            wrong += [f"{channel}, {who}: {what}" for what in betrayed(who, text)]
    assert wrong == []


def test_plan_by_role_and_state(functional, desk, house):
    base, day, wrong = functional["portal"].absolute_url(), house.workday().isoformat(), []
    for number, (name, (_more, holds)) in enumerate(STATES.items()):
        for who in (None, "gesa", "lena", "max"):
            address = f"{base}/haus/@plan?at={day}T{9 + number:02}:30:00"
            answer = ask(address, who, JSON)
            [item] = answer.json()["items"]
            if (item["state"] == "free") == holds:
                wrong.append(f"{name}, {who}: {item['state']}")
            expected = {name} if holds and who in READERS else set()
            if read_in(answer.text) != expected:
                wrong.append(f"{name}, {who}: {read_in(answer.text)}")
            wrong += [f"{name}, {who}: {what}" for what in betrayed(who, answer.text)]
    assert wrong == []


@pytest.mark.parametrize("channel", ["page", "REST"])
def test_one_booking_by_role_and_state(functional, desk, house, channel):
    """Who reads a booking reads it in every state; for all others it is not there."""
    wrong = []
    pattern = {"page": "@@buchung?id={}", "REST": "@bookings/{}"}[channel]
    for name, number in ids(desk).items():
        for who in EVERYBODY:
            url = f"{desk.absolute_url()}/{pattern.format(number)}"
            answer = ask(url, who, JSON if channel == "REST" else {})
            if (answer.status_code == 200) != (who in READERS):
                wrong.append(f"{name}, {who}: {answer.status_code}")
            if (name in read_in(answer.text)) != (who in READERS):
                wrong.append(f"{name}, {who}: purpose")
            wrong += [f"{name}, {who}: {what}" for what in betrayed(who, answer.text)]
    assert wrong == []


def test_feeds_by_role_and_state(functional, desk, house):
    """An address serves what its person may see: outsiders read that a time is taken, no more."""
    base, wrong, keys = functional["portal"].absolute_url(), [], {}
    for who in EVERYBODY[1:]:
        with house.As(who):
            keys[who, "space"] = feeds.subscribe(who, IUUID(desk))
            keys[who, "own"] = feeds.subscribe(who)
    transaction.commit()
    for (who, kind), key in keys.items():
        text = ask(f"{base}/@@buchungen.ics?key={key}", None).text.replace("\r\n ", "")
        readers = READERS if kind == "space" else {"mia"}
        expected = HELD if who in readers else set()
        if kind == "own":
            expected = expected - {"angeboten"}
        if read_in(text) != expected:
            wrong.append(f"{kind}, {who}: {sorted(read_in(text) ^ expected)}")
        if kind == "space" and text.count("BEGIN:VEVENT") != len(HELD):
            wrong.append(f"{kind}, {who}: {text.count('BEGIN:VEVENT')} times")
        wrong += [f"{kind}, {who}: {what}" for what in betrayed(who, text)]
    assert wrong == []
