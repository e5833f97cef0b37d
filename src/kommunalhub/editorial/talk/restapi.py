"""@page-talk on a page: read comments, comment, find helpful, take down, delete one's own."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.persons import name_of
from kommunalhub.core.restapi import body
from kommunalhub.editorial.talk import operations
from kommunalhub.editorial.talk.browser import GONE
from kommunalhub.editorial.talk.interfaces import TalkError
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


NUMBER = _("talk_error_number", default="Please name the comment by its number.")
BOOLEAN = _("talk_error_boolean", default="This must be true or false.")


class Talk(Service):
    """What all of them share."""

    def state(self):
        """Return {@id, allowed, helpful, items, items_total}."""
        page = self.context
        items = [self.item(one) for one in operations.comments_for(page)]
        count, mine = operations.helpful_of(page) if operations.is_open(page) else (0, False)
        return {
            "@id": f"{page.absolute_url()}/@page-talk",
            "allowed": operations.is_open(page),
            "helpful": {"count": count, "mine": mine},
            "items": items,
            "items_total": len(items),
        }

    def item(self, one):
        return {
            "number": one.number,
            "name": name_of(one.by) if one.by else translate(GONE, context=self.request),
            "mine": one.by == asking.userid(),
            "when": one.when,
            "text": one.text,
            "hidden": one.is_hidden,
            "reason": one.reason,
        }

    def tried(self, verb, *args):
        """Return the state after a verb, or what it refused."""
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            verb(self.context, *args)
        except TalkError as error:
            self.request.response.setStatus(error.status)
            message = translate(error.args[0], context=self.request)
            return {"type": type(error).__name__, "message": message}
        return self.state()

    def number_in(self, data):
        number = data.get("number")
        if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < 100_000:
            raise body.wrong("number", NUMBER, self.request)
        return number


class TalkGet(Talk):
    """GET: see `state`."""

    def reply(self):
        return self.state()


class TalkPost(Talk):
    """POST {text} comments, POST {helpful} says whether it is helpful."""

    def reply(self):
        data = body.body_of(self.request)
        if "helpful" in data:
            if not isinstance(data["helpful"], bool):
                raise body.wrong("helpful", BOOLEAN, self.request)
            return self.tried(operations.find_helpful, data["helpful"])
        return self.tried(operations.comment, body.text_of(data, "text", self.request))


class TalkPatch(Talk):
    """PATCH {number, reason} takes a comment down."""

    def reply(self):
        data = body.body_of(self.request)
        reason = body.text_of(data, "reason", self.request)
        return self.tried(operations.take_down, self.number_in(data), reason)


class TalkDelete(Talk):
    """DELETE {number} deletes a comment of one's own."""

    def reply(self):
        return self.tried(operations.take_back, self.number_in(body.body_of(self.request)))
