"""A colleague books a series over the change to summer time, and is refused the hall while an
event closes it: on a telephone, in the dark, by keyboard.
"""

from browser.conftest import PHONE
from datetime import date
from datetime import timedelta
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from playwright.sync_api import expect
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.interface import alsoProvides

import pytest
import re
import transaction


#: A Monday before the clocks are put forward on the 28th.
TODAY = date(2027, 3, 15)
FIRST, LAST = TODAY + timedelta(days=7), TODAY + timedelta(days=21)


@pytest.fixture
def house(functional, person, monkeypatch):
    """A room and the hall in the morning of TODAY; return their folder."""
    monkeypatch.setattr(formatting, "now", lambda: rules.local_moment(TODAY, 9 * 60))
    portal = functional["portal"]
    person("lena", groups=["lensahn-staff"])
    person("hilde", groups=["hub-managers"])
    with as_builder(portal):
        folder = api.content.create(portal, "Folder", "haus", title="Haus")
        alsoProvides(folder, ISpaceFolder)
        api.content.transition(folder, to_state="public")
        folder.reindexObject()
        for title, kind in (("Besprechungsraum", "meeting"), ("Halle", "hall")):
            space = createContentInContainer(
                folder, "Space", title=title, kind=kind, seats=12, horizon=366, lead=0
            )
            api.content.transition(space, to_state="public")
    transaction.commit()
    return folder


def press(page, name):
    """Press a button by keyboard."""
    page.get_by_role("button", name=name).press("Enter")


def fill(page, **typed):
    for name, text in typed.items():
        page.fill(f"#{name}", text)


def test_over_the_change_of_clocks(new_page, login, base_url, axe, house):
    page = new_page(PHONE, "dark")
    login(page, "lena")
    page.goto(f"{base_url}/haus/besprechungsraum/@@serie")
    fill(page, date=FIRST.isoformat(), until=LAST.isoformat(), start="10:00", end="11:30")
    page.select_option("#step", "weeks")
    press(page, "Termine ansehen")
    dates = page.get_by_role("region", name="Die Termine").get_by_role("combobox")
    # Easter Monday is the 29th: it is shown, with its reason, and left out
    expect(dates).to_have_count(3)
    assert axe(page) == []
    press(page, "Serie buchen")
    expect(page.locator("main .message").first).to_contain_text("Besprechungsraum, Termine: 2")
    expect(page.locator("main")).to_contain_text("Montag, 5. April 2027, 10:00–11:30 Uhr")
    assert axe(page) == []
    transaction.begin()
    with api.env.adopt_user(username="lena"):
        made = operations.of_person("lena")
    assert [(rules.to_local(one.start).hour, one.start.hour) for one in made] == [(10, 9), (10, 8)]


def test_the_hall_is_refused_while_an_event_closes_it(new_page, login, base_url, axe, house):
    manager = new_page(PHONE, "dark")
    login(manager, "hilde")
    manager.goto(f"{base_url}/haus/halle/@@sperren")
    day = FIRST.isoformat()
    fill(manager, start_date=day, start_time="08:00", end_date=day, end_time="20:00")
    fill(manager, reason="Bürgerempfang")
    press(manager, "Ansehen, wen es trifft")
    press(manager, re.compile("^Sperren$"))
    expect(manager.locator("main")).to_contain_text("Gesperrt")

    page = new_page(PHONE, "dark")
    login(page, "lena")
    page.goto(f"{base_url}/haus/halle/@@buchen?date={day}")
    fill(page, date=day, start="10:00", end="12:00")
    press(page, "Verbindlich buchen")
    refused = page.get_by_role("alert")
    expect(refused).to_contain_text("Bürgerempfang")
    expect(refused).to_contain_text("Nehmen: Halle, Dienstag, 23. März 2027, 10:00–12:00 Uhr")
    assert axe(page) == []
    transaction.begin()
    with api.env.adopt_user(username="lena"):
        assert operations.of_person("lena") == []
