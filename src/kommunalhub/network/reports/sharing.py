"""How a report of experience looks to other hubs: all but whom to ask."""

from html import escape
from kommunalhub.core.language import in_site_language
from kommunalhub.core.shareable import IShareable
from kommunalhub.core.tools import site
from kommunalhub.lib.exchange import markup
from kommunalhub.lib.exchange.cards import Content
from kommunalhub.network.reports import workflow
from kommunalhub.network.reports.interfaces import IExperienceReport
from kommunalhub.network.reports.vocabularies import COSTS
from kommunalhub.network.reports.vocabularies import TOWNS
from kommunalhub.notices.address import link_to
from zope.interface import implementer


TEXTS = ("what", "worked", "went_wrong", "again")


@implementer(IShareable)
class SharedReport:
    """Whoever reads it elsewhere asks back through the network, not by a number in it."""

    kind = "report"
    states = workflow.RELEASED

    def fits(self, thing):
        return True

    def content(self, thing):
        facts = (
            ("for_whom", thing.for_whom),
            ("town", TOWNS.get(thing.town)),
            ("cost", COSTS.get(thing.cost)),
            ("months", str(thing.months) if thing.months else ""),
        )
        return Content(
            kind=self.kind,
            title=thing.Title(),
            url=link_to(site(), thing),
            changed=thing.modified().asdatetime(),
            summary=thing.Description(),
            html="".join(section(name, getattr(thing, name)) for name in TEXTS),
            facts=tuple(
                (in_site_language(IExperienceReport[name].title), in_site_language(value))
                for name, value in facts
                if value
            ),
            language="de",
        )


def section(name, text):
    """Return the HTML of a text with its heading, "" without text."""
    html = markup.paragraphs(text)
    heading = escape(in_site_language(IExperienceReport[name].title))
    return f"<h2>{heading}</h2>{html}" if html else ""
