"""Roles and channels of plan, codes and who did not come: what is promised is what is there.

A row is a channel, with who is answered by it; everybody else is refused or led to the log-in.
"""

from kommunalhub.booking import operations
from kommunalhub.core.acting import as_builder
from people import PASSWORD
from plone import api

import pytest
import re
import requests
import transaction


WORD = "Geheimes"
EVERYBODY = {None, "gesa", "lena", "mia", "max", "hilde"}
INSIDE = EVERYBODY - {None}
HUB = {"hilde"}
#: What a booking of Mia is for is read by herself, her administration and the hub management.
READERS = {"mia", "max", "hilde"}
#: Which administration has a space is seen by people of the house.
HOUSE = {"lena", *READERS}
JSON = {"Accept": "application/json"}

DESK = "/haus/schreibtisch-1"
DAYS = "?first={day}&last={day}"
PERIOD = "?from={day}T00:00:00&to={day}T23:00:00"

#: name: (method, address, what is sent, who is answered, who reads the purpose)
CHANNELS = {
    "plan": ("GET", "/haus/@@raumplan?date={day}&time=10:00", {}, EVERYBODY, READERS - {"mia"}),
    "plan over REST": ("GET", "/haus/@plan?at={day}T10:00:00", JSON, EVERYBODY, READERS - {"mia"}),
    "editor": ("GET", "/haus/@@raumplan-bearbeiten", {}, HUB, set()),
    "codes": ("GET", "/haus/@@qr-codes", {}, HUB, set()),
    "codes as PDF": ("GET", "/haus/@@qr-codes.pdf", {}, HUB, set()),
    "who did not come": ("GET", "/haus/@@nicht-erschienen", {}, HUB, set()),
    "where a code leads": ("GET", "/haus/schreibtisch-1/@@jetzt", {}, EVERYBODY, set()),
    "calendar": ("GET", "/haus/@@kalender?date={day}", {}, EVERYBODY, READERS - {"mia"}),
    "taken times over REST": ("GET", f"{DESK}/@bookings{PERIOD}", JSON, EVERYBODY, READERS),
    "free times over REST": ("GET", f"/haus/@availability{PERIOD}", JSON, EVERYBODY, set()),
    "form": ("GET", f"{DESK}/@@buchen?date={{day}}", {}, INSIDE, READERS - {"mia"}),
    "series": ("GET", f"{DESK}/@@serie?date={{day}}", {}, INSIDE, set()),
    "one's own": ("GET", "/@@meine-buchungen", {}, INSIDE, {"mia"}),
    "address of a feed": ("GET", f"{DESK}/@@kalender-abo", {}, INSIDE, set()),
    "feed with a wrong secret": ("GET", "/@@buchungen.ics?key=abc", {}, set(), set()),
    "closed times": ("GET", f"{DESK}/@@sperren", {}, HUB, set()),
    "prices": ("GET", "/haus/@@preise", {}, EVERYBODY, set()),
    "prices over REST": ("GET", "/haus/@prices", JSON, EVERYBODY, set()),
    "price before booking": ("GET", f"{DESK}/@price{PERIOD}", JSON, INSIDE, set()),
    "new price list": ("GET", "/haus/@@preisliste", {}, HUB, set()),
    "occupancy": ("GET", f"/haus/@@auslastung{DAYS}", {}, HUB, set()),
    "occupancy as a workbook": ("GET", f"/haus/@@auslastung.xlsx{DAYS}", {}, HUB, set()),
    "occupancy over REST": ("GET", f"/haus/@occupancy{DAYS}", JSON, HUB, set()),
    "receipts": ("GET", f"/haus/@@belege{DAYS}", {}, HUB, set()),
    "receipts as a workbook": ("GET", f"/haus/@@belege.xlsx{DAYS}", {}, HUB, set()),
    "receipts over REST": ("GET", f"/haus/@receipts{DAYS}", JSON, HUB, set()),
    "import": ("GET", "/haus/@@buchungen-einlesen", {}, HUB, set()),
}
#: Of a space that is not public, for those whom the folder is shown to.
HIDDEN = ("plan", "plan over REST")


@pytest.fixture
def desks(web, house):
    """A desk that Mia has booked, and one that is a draft."""
    desk = house.add_space(web)
    with as_builder(web):
        draft = house.add_space(web, "Verborgener Tisch")
        api.content.transition(draft, to_state="draft")
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12), f"{WORD} Gespräch")
    transaction.commit()
    return desk, draft


def ask(functional, house, who, channel):
    method, path, headers, *_rest = CHANNELS[channel]
    url = functional["portal"].absolute_url() + path.format(day=house.workday().isoformat())
    auth = (who, PASSWORD) if who else None
    return requests.request(method, url, headers=headers, auth=auth, allow_redirects=False)


@pytest.mark.parametrize("channel", CHANNELS)
def test_role_and_channel(functional, desks, house, channel):
    answered, readers = CHANNELS[channel][3:]
    wrong = []
    for who in sorted(EVERYBODY, key=str):
        answer = ask(functional, house, who, channel)
        if (answer.status_code == 200) != (who in answered):
            wrong.append(f"{who}: {answer.status_code}")
        if (WORD in answer.text) != (who in readers):
            wrong.append(f"{who}: purpose {WORD in answer.text}")
        if "Malente" in main_of(answer.text) and who not in HOUSE:
            wrong.append(f"{who}: administration")
        if re.search("Mia Beispiel|[\"']mia[\"']", main_of(answer.text)) and who not in READERS:
            wrong.append(f"{who}: name")
    assert wrong == []


def main_of(text):
    """Return what stands between header and footer; a text without them as it is."""
    return text.partition("<main")[2].partition("</main>")[0] or text


@pytest.mark.parametrize("channel", HIDDEN)
def test_a_space_that_is_hidden_is_on_no_plan(functional, desks, house, channel):
    seen = {
        who: "Verborgener Tisch" in ask(functional, house, who, channel).text for who in EVERYBODY
    }
    assert not any(seen[who] for who in EVERYBODY - HUB)


@pytest.mark.parametrize("who", sorted(EVERYBODY - HUB, key=str))
def test_where_a_hidden_code_leads_nobody_learns(functional, desks, house, who):
    url = f"{desks[1].absolute_url()}/@@jetzt"
    auth = (who, PASSWORD) if who else None
    answer = requests.get(url, auth=auth, allow_redirects=False)
    assert answer.status_code != 200
    assert "Verborgener Tisch" not in answer.text
