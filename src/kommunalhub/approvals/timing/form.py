"""The fields of the times of a page: what they show, and what they send."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import WrongTime
from kommunalhub.approvals.timing import reading
from kommunalhub.approvals.timing import rules
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.security.input.rules import is_in_time


NOT_A_MOMENT = _("error_time_unreadable", default="Please give a day and a time.")
LABELS = {
    rules.BEGIN: _("label_times_begin", default="To be read from"),
    rules.END: _("label_times_end", default="Not to be shown from"),
}
HELP = {
    rules.BEGIN: _("help_times_begin", default="Empty: at once."),
    rules.END: _("help_times_end", default="Empty: without end."),
}
HELP_PLANNED = _(
    "help_times_begin_planned",
    default="A time in the future. If it is to be read at once, release it above.",
)


def times_in(form):
    """Return the rules.Times that a form sends, None where it has no such fields."""
    given = frozenset(name for name in rules.NAMES if isinstance(form.get(name), str))
    if not given:
        return None
    return rules.Times(**{name: _moment(name, form[name].strip()) for name in given}, given=given)


def _moment(name, text):
    if not text:
        return None
    try:
        moment = moment_in(text)
        if not is_in_time(moment):
            raise ValueError(text)
    except ValueError as error:
        raise WrongTime(NOT_A_MOMENT, name) from error
    return moment


def fields_of(page, names, typed, errors):
    """Return what the template shows of each field: {id, label, help, error, value}.

    typed: what was sent and comes back, by name.
    """
    is_planned = reading.plan_of(page) is not None
    stored = {rules.BEGIN: reading.effective_of(page), rules.END: reading.expires_of(page)}
    now = formatting.now()
    return [
        {
            "id": name,
            "label": LABELS[name],
            "help": HELP_PLANNED if is_planned and name == rules.BEGIN else HELP[name],
            "error": errors.get(name),
            "value": typed[name] if name in typed else _value(stored[name], now),
        }
        for name in names
    ]


def _value(moment, now):
    """Return a time that lies ahead as the field wants it."""
    if not rules.is_ahead(moment, now):
        return ""
    return f"{formatting.to_local(moment):%Y-%m-%dT%H:%M}"
