"""What pages say of dates, seats and registrations, as ready values and sentences."""

from babel.dates import format_date
from babel.dates import format_time
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.titles import short_title_of
from kommunalhub.workshops import rules
from kommunalhub.workshops.letters import session_text


STATES = {
    rules.REGISTERED: _("registration_registered", default="registered"),
    rules.OFFERED: _("registration_offered", default="offer open"),
    rules.WAITING: _("registration_waiting", default="waiting list"),
    rules.CANCELLED: _("registration_cancelled", default="given back"),
    rules.LAPSED: _("registration_lapsed", default="offer ended"),
}
#: The shape beside the word, see hub.css.
LOOKS = {
    rules.REGISTERED: "done",
    rules.OFFERED: "wait",
    rules.WAITING: "partly",
    rules.CANCELLED: "shut",
    rules.LAPSED: "shut",
}
REFUSED = {
    rules.CLOSED: _("refused_closed", default="Registration for this workshop has ended."),
    rules.NOT_YET: _("refused_not_yet", default="Registration has not begun yet."),
    rules.TWICE: _("refused_twice", default="${who} is registered already."),
    rules.FULL: _(
        "refused_full", default="There are not seats for all of them. Nobody was registered."
    ),
    rules.UNKNOWN: _("refused_unknown", default="There is no such registration any more."),
    rules.TOO_LATE: _(
        "refused_too_late",
        default="Seats can no longer be given back here. Please write to the trainer.",
    ),
    rules.TOO_LATE_TO_CHANGE: _(
        "refused_begun",
        default="The workshop has begun, so nothing can be changed here. Please tell the trainer.",
    ),
    rules.NOT_LATE: _(
        "refused_not_late",
        default="It is not too late: you can still give your seat back by yourself.",
    ),
    rules.OFFER_OVER: _(
        "refused_offer_over",
        default="The offer has ended and the seat was passed on. Please register again if you "
        "still want to come.",
    ),
    rules.NO_GUESTS: _(
        "refused_no_guests",
        default="This workshop has no seats for people of other hubs any more.",
    ),
    rules.LINK_USED: _(
        "refused_link_used",
        default="Somebody has registered with this link of your hub already. Please take a new "
        "one there.",
    ),
    rules.NO_OFFER: _("refused_no_offer", default="At the moment no seat is offered to you."),
}
DONE = {
    rules.REGISTERED: _("done_registered", default="You have a seat."),
    rules.WAITING: _("done_waiting", default="You stand on the waiting list."),
    rules.CANCELLED: _("done_cancelled", default="Your seat is given back."),
}


#: What the code of a participant is called.
ENTRANCE = _("entrance_code", default="Your code for the entrance")


def refusal(refused):
    """Return the sentence for what a rule was against."""
    message = REFUSED[refused.code]
    return filled(message, who=refused.who)


def from_hub(one):
    """Return from which other hub somebody comes, "" for everybody else."""
    return _("origin_hub", default="from ${hub}", mapping={"hub": one.hub}) if one.hub else ""


def row_of(one, registrations, terms, places=None):
    """Return what the trainer sees of a registration."""
    place = None
    if one.state == rules.WAITING:
        place = places[one.number] if places else rules.place_of(registrations, one.number, terms)
    return {
        "number": one.number,
        "name": one.name,
        "email": one.email,
        "partner": short_title_of(one.partner) or from_hub(one) or one.organisation,
        "state": STATES[one.state],
        "look": LOOKS[one.state],
        "place": place,
        "until": formatting.moment(one.until) if one.state == rules.OFFERED else None,
        "needs": one.needs,
        "answers": dict(one.answers),
        "since": formatting.moment(one.made),
        "attended": one.attended,
        "why": one.why_absent,
        "excused": formatting.moment(one.excused) if one.excused else None,
        "excuse": one.excuse,
        "is_active": one.state in rules.ACTIVE,
        "has_seat": one.state == rules.REGISTERED,
    }


def session_shown(session):
    """Return what a page shows of a date."""
    start = formatting.to_local(session.start)
    end = formatting.to_local(session.end)
    same_day = start.date() == end.date()
    return {
        "iso": session.start.isoformat(),
        "weekday": format_date(start, "EEE", locale="de"),
        "day": start.day,
        "month": format_date(start, "MMM", locale="de"),
        "long": format_date(start, "EEEE, d. MMMM y", locale="de"),
        "from": _clock(start),
        "to": _clock(end) if same_day else formatting.moment(end),
        "text": session_text(session),
        "place": session.place,
        "link": session.link,
    }


def _clock(moment):
    """Return `9` for full hours, else `9:30`."""
    return format_time(moment, "H" if not moment.minute else "H:mm", locale="de")


def seats_shown(registrations, terms, now, own=""):
    """Return a row for each administration that seats are kept for, and one for all others.

    squares: a filled one for each seat that is taken; waiting: how many wait.
    """
    quotas = terms.quotas_at(now)
    held = rules.holders(registrations)
    waiting = {}
    for one in registrations:
        if one.state == rules.WAITING:
            key = one.partner if one.partner in quotas else ""
            waiting[key] = waiting.get(key, 0) + 1
    rows = []
    for partner, seats in quotas.items():
        taken = min(held[partner], seats)
        rows.append(_row(partner, seats, taken, waiting.get(partner, 0), partner == own))
    open_seats = max(terms.capacity - sum(quotas.values()), 0)
    beyond = sum(max(count - quotas.get(who, 0), 0) for who, count in held.items())
    if open_seats or beyond or waiting.get("") or not rows:
        rows.append(_row("", max(open_seats, beyond), beyond, waiting.get("", 0), False))
    return rows


def _row(partner, seats, taken, waiting, is_own):
    known = get_partner(partner)
    return {
        "partner": known.title if known is not None else partner,
        "is_own": is_own,
        "seats": seats,
        "taken": taken,
        "free": max(seats - taken, 0),
        "waiting": waiting,
        "squares": "■" * min(taken, 40) + "□" * min(max(seats - taken, 0), 40),
    }
