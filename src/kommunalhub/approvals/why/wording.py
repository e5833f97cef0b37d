"""Causes as sentences."""

from kommunalhub import _
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.approvals.titles import title_of
from kommunalhub.core import formatting
from zope.i18n import translate


PLAIN = {
    "applicant": _("cause_applicant", default="made this case"),
    "single": _("cause_single", default="was given access singly, here or on a folder around"),
    "system": _("cause_system", default="administers the system"),
    "staff": _(
        "cause_staff", default="Everybody who works in one of the administrations or the hub"
    ),
    "accounts": _("cause_accounts", default="Everybody with an account"),
    "public": _("cause_public", default="Everybody: this is public"),
}
NO_END = _("cause_no_end", default="no end")
WHILE_MEMBER = _("cause_while_member", default="as long as they belong to it")
WHILE_ASKED = _("cause_while_asked", default="as long as they are asked")


def said(cause, request):
    """Return a cause as a text in the language of the request."""
    if cause.kind in PLAIN:
        return translate(PLAIN[cause.kind], context=request)
    mapping = {"who": title_of(cause.token)}
    if cause.kind == "partner":
        message = _("cause_partner", default="belongs to: ${who}", mapping=mapping)
    elif cause.kind == "hub":
        message = _("cause_hub", default="task in the hub: ${who}", mapping=mapping)
    elif cause.kind == "consent":
        message = _("cause_consent", default="${who}: asked for consent", mapping=mapping)
    else:
        mapping["absent"] = ", ".join(map(person_name, cause.absent))
        message = _(
            "cause_substitution", default="stands in for ${absent} (${who})", mapping=mapping
        )
    return translate(message, context=request)


def lasts(cause, request):
    """Return until when a cause holds, as a text."""
    if cause.until is not None:
        mapping = {"when": formatting.moment(cause.until)}
        message = _("cause_until", default="until ${when}", mapping=mapping)
    elif cause.kind in ("partner", "hub"):
        message = WHILE_MEMBER
    elif cause.kind == "consent":
        message = WHILE_ASKED
    else:
        message = NO_END
    return translate(message, context=request)
