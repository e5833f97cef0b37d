"""What the signed link of a mail opens for who has no account: the pages of LINKED, no others.

They are pages of the site: the key says which workshop they are about, which its reader may not be
allowed to view (staff registered them for an internal one). So they show one's own registration
and what one needs to take part, and nothing of the workshop is published by its own address.
"""

from kommunalhub import _
from kommunalhub.core import links
from kommunalhub.core.tools import site
from kommunalhub.workshops import guests
from kommunalhub.workshops import letters
from kommunalhub.workshops import storage
from kommunalhub.workshops.browser.evaluating import Evaluate
from kommunalhub.workshops.browser.guests import GuestConfirm
from kommunalhub.workshops.browser.guests import GuestSeat
from kommunalhub.workshops.browser.handouts import HandoutPage
from kommunalhub.workshops.browser.outsiders import OwnRegistration
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Linked(BrowserView):
    """Finds the workshop that a key is for and shows a page about it."""

    wrong = ViewPageTemplateFile("templates/wronglink.pt")
    title = _("own_title", default="Your registration")
    words = _(
        "own_wrong",
        default="This link does not lead to a registration. Please take the link from the last "
        "mail.",
    )

    def find(self, key):
        return workshop_in(key)

    def __call__(self):
        links.hide(self.request.response)
        workshop = self.find(self.request.form.get(links.KEY))
        if workshop is None:
            self.request.response.setStatus(404)
            return self.wrong()
        page = LINKED[self.__name__](workshop, self.request)
        page.__name__ = self.__name__
        return page()


class GuestLinked(Linked):
    """The same for who comes from another hub, and is registered only by this."""

    title = _("guest_title", default="A seat for you from another hub")
    words = _(
        "guest_wrong",
        default="This link is not valid any more, or never was. Please take a new one on the page "
        "of the workshop in your own hub.",
    )

    def find(self, key):
        is_asked = self.__name__ == letters.GUEST_PAGE
        return guests.asked_for(key) if is_asked else guests.confirmed(key)


LINKED = {
    letters.OWN_PAGE: OwnRegistration,
    letters.HANDOUT_PAGE: HandoutPage,
    letters.EVALUATION_PAGE: Evaluate,
    letters.GUEST_PAGE: GuestSeat,
    letters.GUEST_CONFIRM_PAGE: GuestConfirm,
}


def workshop_in(key):
    """Return the workshop of a registration that a key is for, or None."""
    uid, number = letters.registration_in(key)
    book = storage.books_of(site()).get(uid)
    if book is None or number not in book.entries:
        return None
    return guests.workshop_by(uid)
