"""@@take-part: of a copy, where ours get a pass; of the section, where those of others come."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.lib.exchange import refusing
from kommunalhub.network import joining
from kommunalhub.network import rules
from kommunalhub.network.browser.hubs import CopyView
from Products.Five import BrowserView
from zExceptions import NotFound


PROBLEMS = {
    refusing.EXPIRED: _(
        "pass_expired",
        default="This link was good for an hour, and that is over. Please take a new one on the "
        "page of your hub.",
    ),
    joining.GONE: _(
        "pass_gone",
        default="This is not offered to your hub any more, or it has no seats for people of other "
        "hubs.",
    ),
}
UNKNOWN = _(
    "pass_unknown",
    default="This link was not made by a hub that we are linked to. Please take one on the page of "
    "your hub.",
)


class GetPass(CopyView):
    """What happens when one of us takes part elsewhere, and the link that leads there."""

    def __call__(self):
        links.hide(self.request.response)
        return super().__call__()

    @cached_property
    def address(self):
        """The link with a pass, None where the link between the hubs rests."""
        if not self.card.seats or self.link.state != rules.CONFIRMED:
            raise NotFound(self.__name__)
        return joining.address(self.link, self.card.id, formatting.now())


class ReadPass(BrowserView):
    """Leads somebody of another hub to where they register, or says why not."""

    def __call__(self):
        links.hide(self.request.response)
        sent = self.request.form.get(joining.PASS)
        try:
            address = joining.admitted(sent if isinstance(sent, str) else "", formatting.now())
        except joining.NotAdmitted as refused:
            self.problem = PROBLEMS.get(refused.args[0], UNKNOWN)
            self.request.response.setStatus(403)
            return self.index()
        return self.request.response.redirect(address)
