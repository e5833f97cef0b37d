"""The proof at the end of a page of the showroom."""

from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.security.settings import setting
from kommunalhub.showroom.parts import ExhibitPart
from kommunalhub.showroom.parts import parts_of
from kommunalhub.showroom.proof import rules
from kommunalhub.showroom.statics import Statics
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


statics = Statics(__file__, "kommunalhub-proof")


def allowed(lines):
    """Return the hosts that a page with such needs may ask besides this one."""
    frames = [f"frame-src {host}" for host in setting("embed_hosts")]
    return rules.hosts([*lines, *setting("extra_sources"), *frames])


class Proof(BrowserView):
    """`page-proof`: for any page; without a script it says what the browser lets pass."""

    template = ViewPageTemplateFile("templates/proof.pt")

    def __call__(self):
        return self.template()

    def lines(self):
        """Return the sources that the page asks for which is being made."""
        published = self.request.get("PUBLISHED")
        page = getattr(published, "__self__", published)
        return page.source_needs() if ISourceNeeds.providedBy(page) else ()

    def hosts(self):
        return allowed(self.lines())

    def script(self):
        return statics.address("proof.js")


class ProofOfExhibit(Proof):
    """The same, of what the parts of an exhibit need, wherever they are shown."""

    def lines(self):
        parts = parts_of(self.context, self.request)
        return [line for part in parts for line in part.sources()]


class ProofPart(ExhibitPart):
    """The proof on the page of an exhibit, after everything else."""

    order = 1000

    def render(self):
        return ProofOfExhibit(self.context, self.request)()
