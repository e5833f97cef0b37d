"""How the tokens of applications are called."""

from kommunalhub import _
from kommunalhub.core.vocabularies import titles_of
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
NOTICES = {
    "total": _("notice_kind_total", default="Notice of the whole grant"),
    "partial": _("notice_kind_partial", default="Notice of a part of the grant"),
    "rest": _("notice_kind_rest", default="Notice of the rest of the grant"),
    "change": _("notice_kind_change", default="Notice of a change"),
    "denial": _("notice_kind_denial", default="Notice of refusal"),
    "revocation": _("notice_kind_revocation", default="Notice of revocation"),
}
DELIVERIES = {
    "post": _("delivery_post", default="By post"),
    "electronic": _("delivery_electronic", default="Electronically, by e-mail"),
    "portal": _("delivery_portal", default="To be fetched from a portal"),
    "inbox": _("delivery_inbox", default="Into an electronic inbox"),
    "handed": _("delivery_handed", default="Handed over"),
    "formal": _("delivery_formal", default="Formally served"),
}
FINANCING = {
    "share": _("notice_financing_share", default="Share of the costs"),
    "gap": _("notice_financing_gap", default="What is lacking"),
    "fixed": _("notice_financing_fixed", default="Fixed amount"),
    "full": _("notice_financing_full", default="All of the costs"),
}
CHECKLIST = {
    "missing": _("document_missing", default="missing"),
    "asked": _("document_asked", default="asked for"),
    "there": _("document_there", default="is there"),
    "not_needed": _("document_not_needed", default="not needed"),
}
FUNDS = {
    "own": _("plan_fund_own", default="Own funds"),
    "grant": _("plan_fund_grant", default="Grant"),
    "third": _("plan_fund_third", default="Third parties"),
    "gap": _("plan_fund_gap", default="Not covered yet"),
}
#: Pick list of the office.
ORDER_KINDS = "kommunalhub.funding_order_kinds"


def order_kinds():
    """Return {token: title} of what orders can be for."""
    return titles_of(ORDER_KINDS)


def state(token):
    return STATES.get(token, token)


def early(token):
    return EARLY.get(token, token)
