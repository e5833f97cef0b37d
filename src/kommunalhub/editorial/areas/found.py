"""What the home of an administration is found by: its facts, as far as everybody reads them."""

from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas.reading import is_for_everybody
from kommunalhub.editorial.areas.storage import area_of
from kommunalhub.partners.interfaces import IPartnerArea
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.texts import SearchText
from zope.component import adapter
from zope.interface import implementer


@implementer(ISearchText)
@adapter(IPartnerArea)
class AreaText(SearchText):
    """Besides what a folder is found by; what is for colleagues alone is left out for all."""

    @property
    def body(self):
        area = area_of(self.context)
        facts = (
            ("introduction", area.introduction),
            ("contact", typed.write_contacts(area.contacts)),
            ("contact", typed.write_week(area.week)),
            ("links", "\n".join(link.title for link in area.links)),
        )
        told = [text for kind, text in facts if text and is_for_everybody(self.context, kind)]
        return "\n".join(filter(None, [super().body, *told]))

    @property
    def sections(self):
        return ()
