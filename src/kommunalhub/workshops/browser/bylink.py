"""What the signed link of a mail opens for who has no account: the pages of LINKED, no others.

They are pages of the site: the key says which workshop they are about, which its reader may not be
allowed to view (staff registered them for an internal one). So they show one's own registration
and what one needs to take part, and nothing of the workshop is published by its own address.
"""

from kommunalhub.core import links
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.workshops import letters
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from kommunalhub.workshops.browser.evaluating import Evaluate
from kommunalhub.workshops.browser.handouts import HandoutPage
from kommunalhub.workshops.browser.outsiders import OwnRegistration
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Linked(BrowserView):
    """Finds the workshop that a key is for and shows a page about it."""

    wrong = ViewPageTemplateFile("templates/wronglink.pt")

    def __call__(self):
        links.hide(self.request.response)
        workshop = workshop_in(self.request.form.get(links.KEY))
        if workshop is None:
            self.request.response.setStatus(404)
            return self.wrong()
        page = LINKED[self.__name__](workshop, self.request)
        page.__name__ = self.__name__
        return page()


LINKED = {
    letters.OWN_PAGE: OwnRegistration,
    letters.HANDOUT_PAGE: HandoutPage,
    letters.EVALUATION_PAGE: Evaluate,
}


def workshop_in(key):
    """Return the workshop of a registration that a key is for, or None."""
    uid, number = letters.registration_in(key)
    book = storage.books_of(site()).get(uid)
    if book is None or number not in book.entries:
        return None
    for brain in catalog().unrestrictedSearchResults(portal_type=workflow.TYPE, UID=uid):
        return brain._unrestrictedGetObject()
    return None
