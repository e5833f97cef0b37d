"""@occupancy and @receipts of a folder of spaces, as its pages tell them."""

from kommunalhub.booking.reports import occupancy
from kommunalhub.booking.reports import receipts
from kommunalhub.booking.reports.asked import asked_in
from kommunalhub.booking.reports.occupancy import Occupancy
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import refused
from plone.restapi.services import Service


class ReportService(Service):
    """Reads what is asked for; 400 with fields where it is not understood."""

    def reply(self):
        today = formatting.to_local(formatting.now()).date()
        asked, errors = asked_in(self.request.form, today)
        return refused(errors, self.request) if errors else self.report(asked)


class OccupancyGet(ReportService):
    """GET @occupancy?first=&last=&kind=&partner=&applicant=.

    Each row: {key, bookings, minutes, open}, with null where too few people stand behind it.
    """

    def report(self, asked):
        found = Occupancy(self.context, asked)
        return {
            "@id": f"{self.context.absolute_url()}/@occupancy",
            "first": asked.first.isoformat(),
            "last": asked.last.isoformat(),
            "total": shown(found.total()),
            **{name: list(map(shown, found.table(name))) for name in occupancy.KEYS},
        }


class ReceiptsGet(ReportService):
    """GET @receipts, filters as above: [{number, start, end, space, state, person, price, ...}]."""

    def report(self, asked):
        items = [
            {name: text_of(value) for name, value in vars(one).items()}
            for one in receipts.receipts_of(self.context, asked)
        ]
        url = f"{self.context.absolute_url()}/@receipts"
        return {"@id": url, "items": items, "items_total": len(items)}


def shown(row):
    told = row.is_told
    return {
        "key": text_of(row.key),
        "bookings": row.bookings if told else None,
        "minutes": row.minutes if told else None,
        "open": row.open,
    }


def text_of(value):
    """Return a value as JSON knows it: amounts as texts, moments and days in ISO form."""
    if value is None or isinstance(value, int | str):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
