"""The proof at the end of a page of the showroom."""

from kommunalhub.core import asking
from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.security.settings import setting
from kommunalhub.showroom.parts import ExhibitPart
from kommunalhub.showroom.parts import parts_of
from kommunalhub.showroom.proof import rules
from kommunalhub.showroom.statics import Statics
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: What a request remembers that its page shows the proof.
SHOWN = "_kommunalhub_proof"
ASKED = "proof=1"
OK = 200
statics = Statics(__file__, "kommunalhub-proof")


def allowed(lines):
    """Return the hosts that a page with such needs may ask besides this one."""
    frames = [f"frame-src {host}" for host in setting("embed_hosts")]
    return rules.hosts([*lines, *setting("extra_sources"), *frames])


class Proof(BrowserView):
    """`page-proof`: for any page; without a script it says what the browser lets pass."""

    template = ViewPageTemplateFile("templates/proof.pt")

    def __call__(self):
        self.request.other[SHOWN] = True
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


class Offer(Proof):
    """`hub-proof`: at the end of every page in our frame, for visitors; where they ask, the proof.

    Nothing on pages that show it anyway, on errors, and behind addresses that say more than what is
    looked at.
    """

    offer = ViewPageTemplateFile("templates/offer.pt")

    def __call__(self):
        request = self.request
        if not asking.is_anonymous() or SHOWN in request.other:
            return ""
        if request.response.getStatus() != OK or request.get("REQUEST_METHOD") != "GET":
            return ""
        return self.offer() if request.get("QUERY_STRING") in ("", ASKED) else ""

    @property
    def is_asked(self):
        return self.request.form.get("proof") == "1"

    @property
    def address(self):
        return f"{self.request['ACTUAL_URL']}?{ASKED}#beleg"

    def proof(self):
        return super().__call__()


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
