"""Certificates on the site: one's own, one as a PDF, and whether one is genuine."""

from functools import cached_property
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import site
from kommunalhub.security.browser.register import Page
from kommunalhub.workshops import certificates
from kommunalhub.workshops import letters
from kommunalhub.workshops import retraining
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


def own_keys():
    """Return the keys of who is signed in."""
    userid = asking.userid()
    email = property_of(userid, "email").strip().lower()
    return [f"user:{userid}"] + ([f"mail:{email}"] if email else [])


class OwnCertificates(OwnPage):
    """@@meine-bescheinigungen: all of who is signed in, the newest first."""

    template = ViewPageTemplateFile("templates/certificates.pt")

    def post(self):
        return self.template()

    def rows(self):
        return [
            {
                "number": one.number,
                "title": one.facts["title"],
                "issued": one.facts["issued"],
                "until": one.facts.get("valid_until"),
                "again": self.again(one),
                "code": code_of(certificates.verify_link(self.portal, one)),
                "address": certificates.verify_link(self.portal, one),
                "label": certificates.CODE_ALT,
                "url": f"{self.site_url}/@@{letters.CERTIFICATE_PAGE}?number={one.number}",
            }
            for one in certificates.held_by(self.portal, *own_keys())
        ]

    @cached_property
    def ending(self):
        today = formatting.to_local(formatting.now()).date()
        return {one.number for one in retraining.ending(self.portal, own_keys(), today)}

    def again(self, one):
        """Return where to register again for what ends soon or has ended, or None."""
        if one.number not in self.ending:
            return None
        brain = retraining.next_of(one)
        return brain.getURL() if brain is not None else f"{self.site_url}/workshops"


class CertificatePdf(BrowserView):
    """@@bescheinigung.pdf: for its holder, signed in or by the link of the mail."""

    def __call__(self):
        portal = site()
        number, key = (self.request.form.get(name) for name in ("number", links.KEY))
        store = certificates.store_of(portal)
        found = store.issued.get(number) if store is not None and isinstance(number, str) else None
        if found is None or not (self.is_holder(found) or letters.certificate_in(key) == number):
            raise NotFound(letters.CERTIFICATE_PAGE)
        data = certificates.pdf_bytes(portal, found)
        header = self.request.response.setHeader
        header("Content-Type", certificates.PDF)
        header("Content-Length", str(len(data)))
        header("Content-Disposition", f'attachment; filename="{found.number}.pdf"')
        header("Cache-Control", "private, no-store")
        header("X-Robots-Tag", "noindex")
        return data

    def is_holder(self, certificate):
        return not asking.is_anonymous() and not set(own_keys()).isdisjoint(certificate.people)


class Verify(Page):
    """@@bescheinigung-pruefen: who knows number and code learns what stands on the paper.

    Typed into the form, or in the address that the code on the paper leads to.
    """

    values = {"number": "", "code": ""}
    found = None
    done = False

    def __call__(self):
        links.hide(self.request.response)
        if self.request.method == "GET" and self.sent("number"):
            self.receive()
        return super().__call__()

    def receive(self):
        self.values = {name: self.sent(name)[:40] for name in self.values}
        self.found = certificates.verify(site(), **self.values)
        self.done = True
