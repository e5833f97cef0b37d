"""GET and POST @review on a page."""

from kommunalhub import _
from kommunalhub.approvals.answers.errors import answer as error_answer
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.reviewing import operations
from kommunalhub.approvals.reviewing import reading
from kommunalhub.core.kept import kept
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.partners.titles import spoken_title
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


KEEP = "keep"


class ReviewGet(Service):
    """{responsible, responsible_title, checked_on, review_on, months, called, may_review}.

    called: {why: until when} of what waits for who is responsible; only they are told.
    """

    def reply(self):
        return self.shown()

    def shown(self):
        page = self.context
        group = reading.responsible_of(page)
        mine = reading.may_answer(page)
        called = reading.called_of(page) if mine else {}
        checked, review = kept(page, "checked_on"), kept(page, "review_on")
        return {
            "@id": f"{page.absolute_url()}/@review",
            "responsible": group,
            "responsible_title": translate(spoken_title(group), context=self.request),
            "checked_on": checked.isoformat() if checked else None,
            "review_on": review.isoformat() if review else None,
            "months": reading.months_of(page),
            "called": {why: due.isoformat() for why, due in sorted(called.items())},
            "may_review": mine,
        }


class ReviewPost(ReviewGet):
    """{"action": "keep"}: the page is still right."""

    def reply(self):
        if text_of(body_of(self.request), "action", self.request) != KEEP:
            message = _(
                "error_one_of",
                default="This must be one of: ${values}.",
                mapping={"values": KEEP},
            )
            raise wrong("action", message, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            operations.keep(self.context)
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.shown()
