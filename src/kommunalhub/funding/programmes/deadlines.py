"""How programmes stand today, from what the catalog or the programme itself knows, and in words."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.funding import calls as rules


#: The look of the tag of a standing.
LOOKS = {rules.PASSED: "late", rules.NEAR: "soon"}
TEXTS = {
    rules.ROLLING: _("deadline_rolling", default="apply at any time"),
    rules.FIRST_COME: _("deadline_first_come", default="as long as there is money"),
    rules.CALL: _("deadline_call", default="when the next call is out"),
}
WITH_DAY = {
    rules.PASSED: _("deadline_passed", default="ended on ${day}"),
    rules.NEAR: _("deadline_until", default="until ${day}"),
    rules.OPEN: _("deadline_until", default="until ${day}"),
    rules.UPCOMING: _("deadline_upcoming", default="from ${opens} until ${day}"),
    rules.ROLLING: _("deadline_rolling_until", default="at any time until ${day}"),
    rules.FIRST_COME: _(
        "deadline_first_come_until", default="as long as there is money, until ${day} at the latest"
    ),
}


def today():
    """Return the day it is in Schleswig-Holstein."""
    return formatting.to_local(formatting.now()).date()


def calls_of(programme):
    """Return the Calls of a programme."""
    return rules.calls_of(
        programme.calls, programme.deadline, programme.deadline_kind, programme.valid_until
    )


def plain(call):
    """Return a Call as the catalog keeps it."""
    return (
        call.closes.isoformat(),
        call.opens.isoformat() if call.opens else None,
        str(call.pot) if call.pot is not None else None,
        call.remark,
    )


def calls_in(facts):
    """Return the Calls that the catalog knows of a programme."""
    return tuple(_call(*call) for call in facts.get("calls", ()))


@lru_cache(maxsize=8192)  # lists and matching read those of thousands of programmes each time
def _call(closes, opens, pot, remark):
    return rules.Call(
        date.fromisoformat(closes),
        date.fromisoformat(opens) if opens else None,
        Decimal(pot) if pot else None,
        remark,
    )


def day_in(facts, name):
    text = facts.get(name)
    return date.fromisoformat(text) if text else None


def standing_in(facts, day=None):
    """Return {text, look, status, day, call} of a programme as the catalog knows it."""
    kind = facts.get("deadline_kind") or rules.CALL
    return said(kind, calls_in(facts), day_in(facts, "valid_until"), day or today())


def standing_of(programme, day=None):
    """Return the same of a programme itself."""
    return said(programme.deadline_kind, calls_of(programme), programme.valid_until, day or today())


def said(kind, calls, valid_until, day):
    """Return {text, look, status, day, call}: how it stands, in words; day: the one that counts."""
    status = rules.standing(kind, calls, day, valid_until)
    call = rules.decisive(calls, day)
    last = call.closes if call is not None else valid_until if status == rules.PASSED else None
    if last is None:
        text = TEXTS[status]
    else:
        message = WITH_DAY[status]
        if status == rules.NEAR and kind in rules.ANY_TIME:
            message = WITH_DAY[kind]
        mapping = {"day": formatting.day(last)}
        if call is not None and call.opens is not None:
            mapping["opens"] = formatting.day(call.opens)
        text = filled(message, mapping)
    look = LOOKS.get(status, "")
    return {"text": text, "look": look, "status": status, "day": last, "call": call}
