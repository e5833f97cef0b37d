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

    def __call__(self, lines=None):
        if lines is None:
            published = self.request.get("PUBLISHED")
            needs = ISourceNeeds.providedBy(published)
            lines = published.source_needs() if needs else ()
        self.hosts = allowed(lines)
        return self.template()

    def script(self):
        return statics.address("proof.js")


class ProofPart(ExhibitPart):
    """The proof on the page of an exhibit, after everything else."""

    order = 1000

    def render(self):
        parts = parts_of(self.context, self.request)
        lines = [line for part in parts for line in part.sources()]
        return Proof(self.context, self.request)(lines)
