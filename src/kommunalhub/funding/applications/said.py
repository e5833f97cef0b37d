"""Sentences about applications, for pages and REST."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.interfaces import INextStep
from kommunalhub.funding.applications.typed import today
from zope.component import getAdapters


def next_steps(case, application):
    """Return what is to do next, as messages: of the application, then what other parts see."""
    parts = sorted(getAdapters((case, application), INextStep), key=lambda pair: pair[1].order)
    found = [part.message() for _name, part in parts]
    return [next_step(application), *(message for message in found if message is not None)]


def next_step(application):
    """Return what is to do next with the application itself, as a message."""
    missing = len(rules.missing_documents(application.checklist))
    state = application.state
    if state in rules.BEFORE_FILING and application.amount is None:
        return _("next_amount", default="Write down how much you apply for.")
    if state in rules.BEFORE_FILING and missing:
        return _(
            "next_documents",
            default="Documents that are still missing: ${n}. File the application once they are "
            "there.",
            mapping={"n": missing},
        )
    if state in rules.BEFORE_FILING:
        return _("next_file", default="File the application and note the day here.")
    if state == rules.FILED:
        return _next_while_waiting(application)
    open_conditions = len(rules.open_conditions(application.notices))
    if state in (rules.GRANTED, rules.PARTLY_GRANTED):
        return _(
            "next_notice",
            default="Check the notice: its instruction on remedies, its period, its conditions "
            "(open: ${n}). It becomes final once nobody can object any more.",
            mapping={"n": open_conditions},
        )
    if state == rules.DENIED:
        return _(
            "next_denied",
            default="Check whether you object to it; the instruction on remedies says until when.",
        )
    if state == rules.OBJECTION:
        return _("next_objection", default="Wait for the decision, and record it as a notice.")
    if state == rules.FINAL:
        return _(
            "next_final",
            default="Fulfil the conditions (open: ${n}), draw the money, and prove its use.",
            mapping={"n": open_conditions},
        )
    return _("next_withdrawn", default="Nothing is left to do here.")


def _next_while_waiting(application):
    start = application.early_start
    until = start["valid_until"]
    if start["state"] == "approved" and until is not None and until < today():
        return _(
            "next_early_over",
            default="The early start was approved until ${until}. Order nothing more before the "
            "notice, or ask for a longer time.",
            mapping={"until": formatting.day(until)},
        )
    if start["state"] == "approved":
        return _(
            "next_early_approved",
            default="The early start is approved: you may order at your own risk. It is no claim "
            "to the grant.",
        )
    if start["state"] == "asked":
        return _(
            "next_early_asked",
            default="Order nothing before the early start is approved, not even conditionally.",
        )
    return _(
        "next_filed",
        default="Order nothing before the notice, not even conditionally. If you cannot wait, ask "
        "for an early start.",
    )


def clearance(application):
    """Return (message, look) of the clearance, or None without one."""
    until = application.clearance_until
    if until is None:
        return None
    shown = {"until": formatting.day(until)}
    if until < today():
        return _("clearance_over", default="ran out on ${until}", mapping=shown), "late"
    if (until - today()).days <= 28:
        return _("clearance_soon", default="only until ${until}", mapping=shown), "soon"
    return _("clearance_valid", default="valid until ${until}", mapping=shown), "ok"


def early_start(application):
    """Return how the early start stands, as a message."""
    start = application.early_start
    if start["state"] == "approved" and start["valid_until"] is not None:
        return _(
            "early_approved_until",
            default="approved on ${day}, valid until ${until}",
            mapping={
                "day": formatting.day(start["decided_on"]),
                "until": formatting.day(start["valid_until"]),
            },
        )
    texts = {
        "asked": _("early_said_asked", default="asked for on ${day}"),
        "approved": _("early_said_approved", default="approved on ${day}"),
        "refused": _("early_said_refused", default="refused on ${day}"),
        "withdrawn": _("early_said_withdrawn", default="taken back on ${day}"),
    }
    text = texts.get(start["state"])
    if text is None:
        return _("early_said_none", default="not asked for")
    return filled(text, day=formatting.day(start["decided_on"] or start["asked_on"]))


def of_order(application, order, text):
    """Return what the journal says of an order."""
    return _(
        "journal_order",
        default="Order of ${day}: ${what}, ${amount} (application ${number}, ${title}). ${text}",
        mapping={
            "day": formatting.day(order["day"]),
            "what": order["what"],
            "amount": formatting.money(order["amount"]),
            "number": application.number,
            "title": application.programme_title,
            "text": text,
        },
    )


def stopped(finding):
    """Return why an order may not be, from a guard.Finding."""
    texts = {
        "waiting": _(
            "stopped_waiting",
            default="For application ${number} (${title}) there is neither a notice nor an "
            "approved early start.",
        ),
        "refused": _(
            "stopped_refused",
            default="For application ${number} (${title}) the early start was refused, and there "
            "is no notice.",
        ),
        "withdrawn": _(
            "stopped_withdrawn",
            default="For application ${number} (${title}) the early start was taken back, and "
            "there is no notice.",
        ),
        "before": _(
            "stopped_before",
            default="For application ${number} (${title}) nothing may be ordered before ${since}.",
        ),
        "expired": _(
            "stopped_expired",
            default="For application ${number} (${title}) the early start was approved until "
            "${until} only.",
        ),
    }
    text = texts[finding.code]
    return filled(
        text,
        number=finding.application,
        title=finding.title,
        since=formatting.day(finding.since),
        until=formatting.day(finding.until),
    )


def of_notice(application, notice):
    """Return what the journal says of a notice."""
    return _(
        "journal_notice",
        default="${kind} of ${day} on application ${number} (${title}): ${amount}",
        mapping={
            "kind": titles.NOTICES[notice["kind"]],
            "day": formatting.day(notice["day"]),
            "number": application.number,
            "title": application.programme_title,
            "amount": formatting.money(notice["amount"]),
        },
    )
