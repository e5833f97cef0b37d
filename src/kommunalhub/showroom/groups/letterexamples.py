"""One of each letter to groups with made-up data, for the page that shows them."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking.bookings import Booking
from kommunalhub.booking.content import Space
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.notices import ringing
from kommunalhub.notices.audience import Person
from kommunalhub.showroom.content import Exhibit
from kommunalhub.showroom.groups import letters
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.groups.rules import Visit
from plone.uuid.interfaces import ATTRIBUTE_NAME


def examples(portal, request):
    """Return the Examples of the letters to groups, see core/letters.py."""
    now = formatting.now()
    exhibit = Exhibit("beispiel")
    exhibit.title = in_site_language(_("example_exhibit_title", default="Tour through a barn"))
    exhibit.portal_type = "Exhibit"
    setattr(exhibit, ATTRIBUTE_NAME, "beispiel")
    exhibit = exhibit.__of__(portal)
    visit = Visit(
        name=in_site_language(_("example_reader", default="Mia Sample")),
        email="mia@example.org",
        group=in_site_language(_("example_group", default="Class 4b")),
        persons=24,
        day=(formatting.to_local(now).date() + timedelta(days=10)).isoformat(),
        start=600,
        length=90,
    )
    span = operations.span_of(visit)
    hall = Space("halle")
    hall.title = in_site_language(letters.HALL)
    hall = hall.__of__(portal)
    confirming = letters.confirming(portal, exhibit, hall, visit, span, "beispiel", now)
    booked = letters.booked(portal, exhibit, hall, visit, span, "beispiel", "beispiel")
    one = Booking(
        id="beispiel",
        space="",
        start=span.start,
        end=span.end,
        purpose=operations.purpose_of(exhibit, visit),
    )
    person = Person("example", visit.name, visit.email, True)
    comes, away = (
        letters.to_house(portal, person, exhibit, hall, one, what, "beispiel")
        for what in (ringing.COMES, ringing.STAYS_AWAY)
    )
    reason = in_site_language(
        _("example_group_reason", default="There is water damage in the hall.")
    )
    cancelled = letters.cancelled(portal, exhibit, visit.email, one, reason)
    found = (
        ("group-confirm", _("example_group_confirm", default="Group: confirm"), confirming),
        ("group-booked", _("example_group_booked", default="Group: the hall is kept"), booked),
        (
            "group-cancelled",
            _("example_group_cancelled", default="Group: the hall is not free any more"),
            cancelled,
        ),
        ("group-comes", _("example_group_comes", default="The house: a group is coming"), comes),
        ("group-away", _("example_group_away", default="The house: a group is not coming"), away),
    )
    return [
        Example(name, title, letter.subject, letter.text, letter.html)
        for name, title, letter in found
    ]
