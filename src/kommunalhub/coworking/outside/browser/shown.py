"""What the page of who has no account says of an application: plain values and messages."""

from datetime import timedelta
from kommunalhub.booking import feeds
from kommunalhub.booking import rules as booking_rules
from kommunalhub.booking import said
from kommunalhub.booking.prices import said as prices_said
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.coworking import places
from kommunalhub.coworking.agreement import showing as agreement
from kommunalhub.coworking.outside import booking
from kommunalhub.coworking.outside.acts import ACTS
from zope.component import getMultiAdapter


class Shown:
    """What the page says of an application to its applicant: plain values and messages."""

    def __init__(self, case, request, day):
        self.case = case
        self.request = request
        self.view = getMultiAdapter((case, request), name="view")
        self.wanted = day

    def values(self):
        view = self.view
        return {
            "title": self.case.Title(),
            "number": view.number,
            "state": view.state_title(),
            "bar": view.bar(),
            "turn": view.turn,
            "word": view.word(),
            "questions": view.conversation.questions,
            "limits": view.files.limits(),
            "files": [
                {**row, "id": row["url"].rpartition("/@@")[0].rpartition("/")[2]}
                for row in view.files.rows
            ],
            "facts": [
                (title, [(label, view.shown(value)) for label, value in rows])
                for title, rows in view.facts()
            ],
            "story": view.story(),
            "steps": self.steps(),
            "may_change": asking.may("Modify portal content", self.case),
            "seen": view.seen_mark,
            "bookings": [booking.shown(one) for one in booking.to_come()],
            "booking": self.booking(),
            "agreement": agreement.shown(self.case),
            "subscribed": feeds.is_subscribed(self.case.Creator()),
        }

    def steps(self):
        """Return what the applicant can do with the application, but for changing it."""
        return [act for act in self.view.offered if act["id"] in ACTS]

    def booking(self):
        """Return what is free, None where nothing can be booked."""
        if self.view.case.state not in places.HOLDING:
            return None
        day = self.wanted or booking.next_day(self.case)
        if day is None:
            return None
        rows = [
            {
                "uid": space.UID(),
                "title": space.Title(),
                "free": [slot(self.case, space, span) for span in spans],
            }
            for space, spans in booking.offered(self.case, day)
        ]
        return {
            "day": day.isoformat(),
            "title": formatting.weekday(day),
            "rows": rows,
            "free": any(row["free"] for row in rows),
            "before": (day - timedelta(days=1)).isoformat()
            if day > booking_rules.to_local(formatting.now()).date()
            else None,
            "after": (day + timedelta(days=1)).isoformat(),
        }


def slot(case, space, span):
    """Return a time as it is offered: the fields that book it, and what it costs."""
    price = booking.price_of(case, space, span)
    return {
        "uid": space.UID(),
        "space": space.Title(),
        "when": said.when(span),
        "text": said.hours(span),
        "price": str(price) if price else "",
        "costs": prices_said.amount(price) if price else None,
        **said.form_query(span),
    }
