"""A position as the directory and the chart show it."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.editorial.people import presence
from kommunalhub.partners.titles import short_title_of


#: So many tasks of a position stand in a list.
SHOWN_TASKS = 3
#: What is dialled of a telephone number.
DIALLED = "+0123456789"


class Rows:
    """Rows of Fitting positions at one moment."""

    def __init__(self, found, positions):
        self.found, self.positions, self.now = found, positions, formatting.now()

    def row(self, one):
        tasks, hits = self.found.tasks_of(one)
        shown = max(SHOWN_TASKS, min(hits, 2 * SHOWN_TASKS))
        return {
            "url": one.url,
            "title": one.title,
            "name": one.person.name,
            "partner": short_title_of(one.partner),
            "tasks": tasks[:shown],
            "more": more_text(len(tasks) - shown),
            "room": one.facts["room"],
            "phone": one.facts["phone"],
            "dialled": dialled(one.facts["phone"]),
            "today": presence.today(one, self.now, self.positions),
        }


def more_text(number):
    """Return how many tasks more there are, None for none."""
    if number < 1:
        return None
    if number == 1:
        return _("people_more_one", default="and 1 more")
    return _("people_more", default="and ${n} more", mapping={"n": number})


def dialled(phone):
    """Return a telephone number as a link dials it.

    >>> dialled("040 66969-212")
    '04066969212'
    """
    return "".join(sign for sign in phone if sign in DIALLED)
