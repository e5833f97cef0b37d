"""What is kept of people and what the next run erases: in numbers, without doing it."""

from kommunalhub.core import formatting
from kommunalhub.core.jobs.runner import outlook
from kommunalhub.site.commands import tick
from kommunalhub.workshops import keeping
from kommunalhub.workshops import operations
from kommunalhub.workshops import storage
from kommunalhub.workshops.jobs import Forgetting

import pytest
import transaction


@pytest.fixture
def held(hub, web, later):
    """A workshop that is over: mia came, lena did not, max waits; mia needs something."""
    workshop = hub.add_workshop(web, capacity=2)
    operations.register(workshop, operations.member("mia", "vegan"))
    hub.register(workshop, "lena", "max")
    later(days=21)
    operations.note_attendance(workshop, 1, True)
    operations.note_attendance(workshop, 2, False)
    transaction.commit()
    return workshop


def test_the_dry_run_tells_numbers_and_writes_nothing(web, held):
    lines = []
    tick.tell_outlook(web, lines.append)
    [line] = [line for line in lines if line.startswith("  Rechnungen digital")]
    assert line.endswith("needs of 1; kept: 2 registered, 1 came, 1 absent, 0 given back")
    assert "Mia" not in "".join(lines)
    assert storage.book_of(held).get(1).needs == "vegan"


def test_the_numbers_outlive_the_names(web, held, later):
    job, [before] = Forgetting(), keeping.report(formatting.now())
    assert (before.is_due, before.are_needs_gone) == (True, False)
    job.do(held.UID(), formatting.now())
    [needs_gone] = keeping.report(formatting.now())
    assert (needs_gone.is_due, needs_gone.are_needs_gone, needs_gone.needs) == (False, True, 0)
    later(days=21 + 190)
    [due] = keeping.report(formatting.now())
    assert due.is_due
    job.do(held.UID(), formatting.now())
    [after] = keeping.report(formatting.now())
    assert after.are_people_gone
    for name in ("registered", "came", "absent", "waiting", "given_back"):
        assert getattr(after, name) == getattr(before, name), name
    assert outlook(web, formatting.now())


def test_the_page_is_for_the_hub_management_and_names_nobody(hub, functional, held):
    url = f"{held.aq_parent.absolute_url()}/@@aufbewahrung"
    text = hub.visitor("hilde").get(url).text
    assert "Rechnungen digital" in text and "Mia" not in text
    for who in (None, "mia", "trude"):
        answer = hub.visitor(who).get(url, allow_redirects=False)
        assert answer.status_code in (302, 401, 403, 404), who
