"""`page-talk` below a page, and @@kommentar, which takes what was written there."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import text
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.persons import name_of
from kommunalhub.editorial.mustread.reading import is_office
from kommunalhub.editorial.talk import operations
from kommunalhub.editorial.talk import rules
from kommunalhub.editorial.talk.interfaces import TalkError
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations


#: Where the request keeps what was typed and what went wrong.
ANSWER = "kommunalhub.editorial.talk"
GONE = _("talk_somebody", default="Somebody who no longer works here")
WRITE, DOWN, BACK, HELPFUL, NO_MORE = ACTS = ("write", "down", "back", "helpful", "no_more")
DONE = {
    WRITE: _("talk_done_written", default="Your comment stands below the page."),
    DOWN: _("talk_done_down", default="The comment was taken down. Who wrote it reads why."),
    BACK: _("talk_done_back", default="Your comment was deleted."),
}


class PageTalk(BrowserView):
    """A part of the page: nothing where no comments are wanted, nor for who works elsewhere."""

    template = ViewPageTemplateFile("templates/talk.pt")

    def __call__(self):
        if asking.is_anonymous() or not operations.is_open(self.context):
            return ""
        return self.template()

    @cached_property
    def answer(self):
        """What came of what was sent: {act, number, text, error}; empty without."""
        return IAnnotations(self.request).get(ANSWER, {})

    @cached_property
    def is_office(self):
        return is_office(self.context)

    @property
    def token(self):
        return createToken()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@kommentar"

    @cached_property
    def comments(self):
        """Return the comments as rows, the oldest first."""
        return [self.row(one) for one in operations.comments_for(self.context)]

    def row(self, one):
        return {
            "number": one.number,
            "name": name_of(one.by) if one.by else GONE,
            "when": formatting.moment(datetime.fromisoformat(one.when)),
            "iso": one.when,
            "text": paragraphs(one.text),
            "is_own": one.by == asking.userid(),
            "reason": one.reason,
            "is_hidden": one.is_hidden,
            "error": self.error(DOWN, one.number),
        }

    def shown_count(self):
        return sum(not row["is_hidden"] for row in self.comments)

    def error(self, act, number=None):
        is_it = (self.answer.get("act"), self.answer.get("number")) == (act, number)
        return self.answer.get("error") if is_it else None

    def typed(self):
        return self.answer.get("text", "") if self.answer.get("act") == WRITE else ""

    def most(self):
        return rules.LONGEST

    @cached_property
    def helpful(self):
        count, mine = operations.helpful_of(self.context)
        return {"count": count, "mine": mine}


class NoTalk(BrowserView):
    """The part of what nobody comments on."""

    def __call__(self):
        return ""


class Speak(BrowserView):
    """@@kommentar: POST with act (one of ACTS), text, number."""

    def __call__(self):
        if self.request.method != "POST":
            return post_only(self.context, self.request)
        check_authenticator(self.request)
        act, words, number = self.sent("act"), self.sent("text"), self.number
        if act not in ACTS:
            raise NotFound("act")
        try:
            self.do(act, words, number)
        except TalkError as error:
            if error.status == 404:
                raise NotFound("comment") from error
            said = {"act": act, "number": number, "text": words, "error": error.args[0]}
            IAnnotations(self.request)[ANSWER] = said
            problem = error.args[0] if error.status == 403 else None
            return case_page(self.context, self.request, error.status, problem=problem)
        if act in DONE:
            api.portal.show_message(DONE[act], self.request)
        url = f"{self.context.absolute_url()}#kommentare"
        self.request.response.redirect(url, status=303)
        return ""

    def do(self, act, words, number):
        if act == WRITE:
            operations.comment(self.context, words)
        elif act == DOWN:
            operations.take_down(self.context, number, words)
        elif act == BACK:
            operations.take_back(self.context, number)
        else:
            operations.find_helpful(self.context, act == HELPFUL)

    def sent(self, name):
        return text(self.request.form.get(name))

    @property
    def number(self):
        value = self.sent("number")
        return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else None
