"""How an experience note looks to other hubs: as it was released, without a name or a place."""

from html import escape
from kommunalhub.approvals import pages
from kommunalhub.core.language import in_site_language
from kommunalhub.core.shareable import IShareable
from kommunalhub.core.tools import site
from kommunalhub.funding.lessons.notes.interfaces import IFundingLesson
from kommunalhub.funding.lessons.notes.interfaces import OUTCOMES
from kommunalhub.lib.exchange.cards import Content
from kommunalhub.notices.address import link_to
from zope.interface import implementer


#: What is told; who wrote it, whose case it was and what was kept on purpose are not.
TEXTS = ("project", "course", "delayed", "helped", "again", "pitfalls")


@implementer(IShareable)
class SharedLesson:
    """Released notes have been looked through for what tells whose case it was."""

    kind = "lesson"
    states = (pages.INTERNAL,)

    def fits(self, thing):
        return True

    def content(self, thing):
        parts = []
        for name in TEXTS:
            lines = [line for line in (getattr(thing, name) or "").splitlines() if line.strip()]
            if lines:
                title = in_site_language(IFundingLesson[name].title)
                parts.append(f"<h2>{escape(title)}</h2>")
                parts += [f"<p>{escape(line)}</p>" for line in lines]
        facts = ()
        if thing.outcome in OUTCOMES:
            label = in_site_language(IFundingLesson["outcome"].title)
            facts = ((label, in_site_language(OUTCOMES[thing.outcome])),)
        return Content(
            kind=self.kind,
            title=thing.Title(),
            url=link_to(site(), thing),
            changed=thing.modified().asdatetime(),
            html="".join(parts),
            facts=facts,
        )
