"""GET @page-check on a page: what @@seite-pruefen tells."""

from kommunalhub.editorial.checks import operations
from kommunalhub.editorial.checks import said
from plone.restapi.services import Service
from zope.i18n import translate


class CheckGet(Service):
    """{items, items_total}; each item: rule, must, place, quote, number, instead, what, how."""

    def reply(self):
        items = [self.item(one) for one in operations.findings_of(self.context)]
        url = f"{self.context.absolute_url()}/@page-check"
        return {"@id": url, "items": items, "items_total": len(items)}

    def item(self, one):
        return {
            "rule": one.rule,
            "must": one.must,
            "place": one.place,
            "quote": one.quote,
            "number": one.number,
            "instead": one.instead,
            "what": translate(said.what(one), context=self.request),
            "how": translate(said.how(one), context=self.request),
        }
