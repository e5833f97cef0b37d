"""How the tokens of applications are called."""

from kommunalhub import _
from kommunalhub.funding.applications import rules


STATES = {
    rules.SKETCH: _("application_sketch", default="Sketch"),
    rules.IN_WORK: _("application_in_work", default="In work"),
    rules.FILED: _("application_filed", default="Filed"),
    rules.GRANTED: _("application_granted", default="Granted"),
    rules.PARTLY_GRANTED: _("application_partly_granted", default="Granted in part"),
    rules.DENIED: _("application_denied", default="Denied"),
    rules.OBJECTION: _("application_objection", default="Objection"),
    rules.FINAL: _("application_final", default="Final"),
    rules.WITHDRAWN: _("application_withdrawn", default="Withdrawn"),
}
LOOKS = {
    rules.GRANTED: "ok",
    rules.PARTLY_GRANTED: "ok",
    rules.FINAL: "ok",
    rules.DENIED: "late",
    rules.OBJECTION: "soon",
}
KINDS = {
    "first": _("application_kind_first", default="First application"),
    "change": _("application_kind_change", default="Application for a change"),
    "continuation": _("application_kind_continuation", default="Application to continue"),
    "final": _("application_kind_final", default="Final application"),
}
EARLY = {
    "none": _("early_none", default="not asked for"),
    "asked": _("early_asked", default="asked for"),
    "approved": _("early_approved", default="approved"),
    "refused": _("early_refused", default="refused"),
    "withdrawn": _("early_withdrawn", default="withdrawn again"),
}


def state(token):
    return STATES.get(token, token)


def early(token):
    return EARLY.get(token, token)
