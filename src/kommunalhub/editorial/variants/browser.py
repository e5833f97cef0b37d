"""`page-variants`: the ways in which a page is there, above its text and in its head."""

from functools import cached_property
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.badges import badge_of
from kommunalhub.editorial.variants import reading
from kommunalhub.editorial.variants import rules
from kommunalhub.editorial.variants.words import TITLES
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PageVariants(BrowserView):
    """All of them alike, with the one that is open marked."""

    template = ViewPageTemplateFile("templates/variants.pt")

    def __call__(self):
        return self.template() if self.rows else ""

    @property
    def language(self):
        """The language tag of the text of this page, None where it is that of the site."""
        return reading.language_of(self.context)

    @cached_property
    def rows(self):
        here = IUUID(self.context)
        return [
            {
                "title": TITLES[one.kind],
                "url": one.url,
                "tag": rules.TAGS[one.kind],
                "current": "page" if one.uid == here else None,
                "badge": badge_of("Document", one.state),
            }
            for one in reading.variants_of(self.context)
        ]

    @property
    def alternates(self):
        """What programs are told of a public page: the others, with their language tags."""
        return self.rows if state_of(self.context) == PUBLIC else []


class NoVariants(BrowserView):
    """Of what has none."""

    language = None
    rows = alternates = ()

    def __call__(self):
        return ""
