"""Muting one case: a button on its page, and a page to confirm it for the link in mails."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.kept import kept
from kommunalhub.notices import operations
from plone import api
from plone.protect.authenticator import createToken
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MuteCase(OwnPage):
    """@@mute-case: asks before it does anything, for mail programs open links by themselves."""

    template = ViewPageTemplateFile("templates/mute.pt")

    @property
    def number(self):
        return kept(self.context, "case_number")

    def trail(self):
        title = f"{self.number} · {self.context.Title()}"
        return [{"title": title, "url": self.context.absolute_url()}]

    @property
    def is_muted(self):
        return operations.is_muted(self.portal, self.userid, IUUID(self.context))

    def post(self):
        muted = self.field("muted") == "1"
        operations.mute(self.portal, self.userid, IUUID(self.context), muted)
        if muted:
            message = _("notice_case_muted", default="You hear no more of this case.")
        else:
            message = _("notice_case_unmuted", default="You hear of this case again.")
        return self.lead_to(self.context.absolute_url(), message)


class CaseNotices(BrowserView):
    """`case-notices`: the button on the page of a case; nothing for who is not signed in."""

    template = ViewPageTemplateFile("templates/casenotices.pt")

    def __call__(self):
        return "" if asking.is_anonymous() else self.template()

    @property
    def is_muted(self):
        userid = asking.userid()
        return operations.is_muted(api.portal.get(), userid, IUUID(self.context))

    @property
    def token(self):
        return createToken()
