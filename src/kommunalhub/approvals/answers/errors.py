"""What a client reads when a decision was not taken."""

from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.titles import each_once
from kommunalhub.approvals.titles import title_of
from zope.i18n import translate


def error_body(error, request):
    """Return {type, message, ...} of an ApprovalError, translated.

    With `field` and `errors` where a field is wrong, `fixable_by` where somebody else can do it,
    `decided` where somebody else already has.
    """
    message = translate(error.args[0], context=request)
    body = {"type": type(error).__name__, "message": message}
    field = getattr(error, "field", None)
    if field is not None:
        body["field"] = field
        body["errors"] = [{"field": field, "message": message}]
    if isinstance(error, NotAllowed):
        tokens = error.denied.fixable_by if error.denied is not None else ()
        body["fixable_by"] = [
            {"id": group_or_function(token), "title": translate(title_of(token), context=request)}
            for token in each_once(tokens)
        ]
    entry = getattr(error, "entry", None)
    if entry is not None:
        names = ("seq", "when", "actor", "action", "from", "to")
        body["decided"] = {name: entry[name] for name in names}
    return body


def group_or_function(token):
    """Return a group's id; a person is not named, only that it is the applicant."""
    return "owner" if token.startswith("user:") else token


def answer(error, request):
    """Set the status that tells an ApprovalError and return its body."""
    request.response.setStatus(status_of(error))
    return error_body(error, request)
