"""`@programmes-report`: report a programme, and see what became of one's own reports."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.funding.programmes.reports import operations
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import Forbidden
from zope.interface import alsoProvides


FIELDS = ("title", "source_url", "note")


class ReportsGet(OwnService):
    """GET: one's own reports, the newest first."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@programmes-report",
            "items": [shown(one) for one in operations.own()],
        }


class ReportPost(OwnService):
    """POST {title, source_url, note}: 201; for people of the administrations."""

    def answer(self):
        if not operations.may_report():
            raise Forbidden("@programmes-report")
        body = body_of(self.request)
        # What another site made a browser send does not come this far (security/writes.py).
        alsoProvides(self.request, IDisableCSRFProtection)
        typed = {name: text_of(body, name, self.request) for name in FIELDS}
        try:
            made = operations.report(**typed)
        except operations.Wrong as wrong:
            return refused(wrong.errors, self.request)
        self.request.response.setStatus(201)
        return shown(operations.Standing(made, operations.WAITING))


def shown(one):
    return {
        "number": one.report.number,
        "title": one.report.title,
        "source_url": one.report.source_url,
        "reported": one.report.made.isoformat(timespec="seconds"),
        "state": one.state,
        "reason": one.report.reason,
        "programme": one.url or None,
    }
