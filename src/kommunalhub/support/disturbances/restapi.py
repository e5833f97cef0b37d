"""`@disturbances` on `support`: what runs for who asks; follow one, tell more of it, end it."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.tools import site_url
from kommunalhub.support.disturbances import board
from kommunalhub.support.disturbances import operations
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.interface import alsoProvides


BOOLEAN = _("error_yes_or_no", default="This must be true or false.")


class DisturbancesGet(Service):
    """{items}: what stands on the pages of who asks; without an address for visitors."""

    def reply(self):
        signed_in = not asking.is_anonymous()
        return {
            "@id": f"{self.context.absolute_url()}/@disturbances",
            "items": [item_of(row, signed_in) for row in board.shown()],
        }


def item_of(row, signed_in):
    return {
        "@id": f"{site_url()}/{row.path}" if signed_in else None,
        "UID": row.uid,
        "title": row.title,
        "description": row.text,
        "partners": list(row.partners),
        "starts": row.starts,
        "ends": row.ends,
        "update": {"when": row.update_when, "text": row.update} if row.update else None,
    }


class Writing(Service):
    """What the services share that change a disturbance."""

    def prepare(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        if not asking.may("View", self.context):
            raise Unauthorized(self.__name__)

    def state(self):
        return {
            "@id": self.context.absolute_url(),
            "standing": operations.standing(self.context),
            "follows": self.context.follows(asking.userid()),
        }


class FollowPost(Writing):
    """POST @follow: be told from now on; twice is once."""

    def reply(self):
        self.prepare()
        operations.follow(self.context, asking.userid())
        return self.state()


class FollowDelete(Writing):
    """DELETE @follow: be told no more."""

    def reply(self):
        self.prepare()
        operations.leave(self.context, asking.userid())
        return self.state()


class UpdatePost(Writing):
    """POST {text}: tell how it goes."""

    def reply(self):
        self.prepare()
        text = text_of(body_of(self.request), "text", self.request)
        try:
            operations.tell_more(self.context, text)
        except operations.Refused as problem:
            return refused({"text": problem.args[0]}, self.request)
        return self.state()


class EndPost(Writing):
    """POST {text, solve}: end it, and with `solve` its tickets; {…, tickets: [{UID, error}]}."""

    def reply(self):
        self.prepare()
        body = body_of(self.request)
        text, solve = text_of(body, "text", self.request), body.get("solve", False)
        if not isinstance(solve, bool):
            return refused({"solve": BOOLEAN}, self.request)
        try:
            results = operations.end(self.context, text, solve)
        except operations.Refused as problem:
            return refused({"text": problem.args[0]}, self.request)
        return {**self.state(), "tickets": [self.told(result) for result in results]}

    def told(self, result):
        error = result["error"]
        message = translate(error.args[0], context=self.request) if error is not None else None
        return {"UID": result["uid"], "error": message}
