"""GET @variants of a page: the ways in which it is there."""

from kommunalhub.core.titles import state_title
from kommunalhub.editorial.variants import reading
from kommunalhub.editorial.variants import rules
from kommunalhub.editorial.variants.words import TITLES
from plone.restapi.services import Service
from zope.i18n import translate


class VariantsGet(Service):
    """{items, items_total, missing}; each item: @id, UID, title, kind, label, language, state.

    The page itself is among them; nothing where there is no other. missing: the kinds that its
    folder promises and that are not there.
    """

    def reply(self):
        items = [self.item(one) for one in reading.variants_of(self.context)]
        return {
            "@id": f"{self.context.absolute_url()}/@variants",
            "items": items,
            "items_total": len(items),
            "missing": reading.missing_of(self.context),
        }

    def item(self, one):
        return {
            "@id": one.url,
            "UID": one.uid,
            "title": one.title,
            "kind": one.kind,
            "label": translate(TITLES[one.kind], context=self.request),
            "language": rules.TAGS[one.kind],
            "review_state": one.state,
            "state": translate(state_title("Document", one.state), context=self.request),
        }
