"""The page of a case as the answer to a form: with what was typed and what went wrong."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.processes import is_page
from kommunalhub.core.forms.resume import is_resumed
from Products.statusmessages.interfaces import IStatusMessage
from zope.annotation.interfaces import IAnnotations
from zope.component import getMultiAdapter


#: Where the request keeps what was typed and what went wrong, for the parts of a page.
ANSWER = "kommunalhub.approvals.answer"


def status_of(error):
    """Return the HTTP status that tells this error: 403 not you, 409 too late, else 400."""
    if isinstance(error, AlreadyDecided):
        return 409
    return 403 if isinstance(error, NotAllowed) else 400


def case_page(case, request, status, **answer):
    """Return the page of a case with what went wrong and what was typed, and set the status.

    answer: attributes of CaseView.
    """
    request.response.setStatus(status)
    if is_page(case):
        IAnnotations(request)[ANSWER] = answer
        return getMultiAdapter((case, request), name=case.getLayout())()
    view = getMultiAdapter((case, request), name="view")
    for name, value in answer.items():
        setattr(view, name, value)
    if not getattr(view, "takes_answers", False):
        IStatusMessage(request).add(answer.get("problem") or "", type="error")
    return view()


def post_only(case, request, **typed):
    """Return the page of a case as the answer to a GET of what only a POST may do.

    typed: attributes of CaseView, for who had to sign in again before what they sent was done.
    """
    if is_resumed(request):
        return case_page(case, request, 200, **typed)
    request.response.setHeader("Allow", "POST")
    problem = _("error_post_only", default="Please use the buttons on this page.")
    return case_page(case, request, 405, problem=problem)


def text(value):
    """Return a form value as text; a field sent twice or as a file is not one."""
    return value if isinstance(value, str) else ""
