"""The pages for people of other hubs: ask by the link of one's hub, confirm by that of a mail."""

from dataclasses import replace
from functools import cached_property
from kommunalhub.core.tools import site_url
from kommunalhub.workshops import guests
from kommunalhub.workshops import letters
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops.browser import shown
from kommunalhub.workshops.browser.outsiders import Confirm
from kommunalhub.workshops.browser.outsiders import WithoutAccount
from kommunalhub.workshops.browser.outsiders import WorkshopPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class GuestSeat(WithoutAccount):
    """Asks for name and address; made by `bylink.GuestLinked`, which has found the workshop."""

    index = ViewPageTemplateFile("templates/without.pt")

    def __call__(self):
        return WorkshopPage.__call__(self)

    @property
    def url(self):
        return f"{site_url()}/@@{letters.GUEST_PAGE}"

    @cached_property
    def link(self):
        """(UID of the workshop, name of the hub, admission)."""
        return guests.guest_in(self.key)

    @property
    def hub(self):
        return self.link[1]

    @property
    def free(self):
        return guests.free_seats(self.context)

    def refused(self):
        """Return why nobody can register in this way now, or None."""
        if not programme.terms_of(self.context).for_hubs:
            return shown.REFUSED[rules.NO_GUESTS]
        return super().refused()

    def applicant(self):
        _uid, hub, admission = self.link
        return replace(super().applicant(), hub=hub, admission=admission)


class GuestConfirm(Confirm):
    """Registers; found by `bylink.GuestLinked` too."""

    index = ViewPageTemplateFile("templates/confirm.pt")

    @property
    def url(self):
        return f"{site_url()}/@@{letters.GUEST_CONFIRM_PAGE}"
