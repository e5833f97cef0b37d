"""Times as people read them."""

from kommunalhub import _
from kommunalhub.booking import rules
from kommunalhub.booking.rules import to_local
from kommunalhub.core import formatting


def hours(span):
    """Return `8:00–18:00`; an end at midnight is 24:00."""
    return f"{formatting.clock(span.start)}–{end_clock(span)}"


def end_clock(span):
    end = formatting.clock(span.end)
    return "24:00" if end == "0:00" else end


def when(span):
    """Return `Donnerstag, 3. Dezember 2026, 8:00–18:00`, translatable; both days of two."""
    days = span.days()
    if len(days) == 1:
        return _(
            "booking_when",
            default="${day}, ${hours}",
            mapping={"day": formatting.weekday(days[0]), "hours": hours(span)},
        )
    return _(
        "booking_when_days",
        default="${start} to ${end}",
        mapping={
            "start": f"{formatting.weekday(days[0])}, {formatting.clock(span.start)}",
            "end": f"{formatting.weekday(days[-1])}, {end_clock(span)}",
        },
    )


def minute_of(moment, day):
    """Return the minute of a local day at which a moment is, cut to the day."""
    local = to_local(moment)
    if local.date() != day:
        return 0 if local.date() < day else 1440
    return local.hour * 60 + local.minute


def form_query(span):
    """Return the fields of the booking form that stand for a Span of one day."""
    first = rules.to_local(span.start)
    end = end_clock(span)
    return {
        "date": first.date().isoformat(),
        "start": f"{first:%H:%M}",
        "end": end if end == "24:00" else f"{to_local(span.end):%H:%M}",
    }
