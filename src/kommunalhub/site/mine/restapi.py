"""GET and PATCH @my-hub on the site: what a person makes of „Mein Hub“."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.blocks import Arrangement
from kommunalhub.core.messages import filled
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import wrong
from kommunalhub.site.mine import operations
from kommunalhub.site.mine import rules
from kommunalhub.site.mine import storage
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


UNKNOWN = _("error_my_hub_unknown", default="There is no such part of your page: ${names}.")
NO_OBJECT = _("error_my_hub_object", default="This must be an object with “order” and “hidden”.")
NO_LIST = _("error_texts_expected", default="This must be a list of texts, at least one.")
NO_LINKS = _(
    "error_my_hub_links",
    default="This must be a list of objects with “title” and “address”, and not a long one.",
)


class MyHubGet(Service):
    """{blocks: {column: [{name, title, hidden}]}, links, first_day}."""

    def reply(self):
        return self.shown()

    @property
    def page(self):
        return api.content.get_view("mein-hub", self.context, self.request)

    def shown(self):
        page = self.page
        return {
            "@id": f"{self.context.absolute_url()}/@my-hub",
            "blocks": {
                column["name"]: [
                    {
                        "name": block["name"],
                        "title": translate(block["title"], context=self.request),
                        "hidden": block["hidden"],
                    }
                    for block in column["blocks"]
                ]
                for column in page.columns()
            },
            "links": [
                {"title": link.title, "address": link.address}
                for link in storage.links_of(asking.userid())
            ],
            "first_day": page.first_day(),
        }


class MyHubPatch(MyHubGet):
    """{blocks?: {column: {order, hidden}}, links?: [{title, address}], ticked?: [ids]}.

    What is not sent stays; links are all of them, in their order.
    """

    def reply(self):
        data = body_of(self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        blocks = self.blocks(data["blocks"]) if "blocks" in data else {}
        links = self.links(data["links"]) if "links" in data else None
        ticked = self.ticked(data["ticked"]) if "ticked" in data else None
        for link in links or ():
            errors = rules.errors_in(**link)
            if errors:
                return refused(errors, self.request)
        userid = asking.userid()
        for column, arrangement in blocks.items():
            storage.arrange(userid, column, arrangement)
        if links is not None:
            operations.set_links(userid, links)
        for step in self.page.steps if ticked is not None else ():
            operations.tick(userid, step.id, step.id in ticked)
        return self.shown()

    def blocks(self, sent):
        """Return {column: Arrangement} of what was sent; BadRequest for what does not fit."""
        if not isinstance(sent, dict):
            raise wrong("blocks", NO_OBJECT, self.request)
        found = {}
        for column, said in sent.items():
            if column not in rules.COLUMNS or not isinstance(said, dict):
                raise wrong("blocks", NO_OBJECT, self.request)
            order, hidden = (self.texts("blocks", said.get(n, [])) for n in ("order", "hidden"))
            unknown = {*order, *hidden} - set(self.page.names(column))
            if unknown:
                names = ", ".join(sorted(unknown))
                message = filled(UNKNOWN, names=names)
                raise wrong("blocks", message, self.request)
            found[column] = Arrangement(tuple(order), frozenset(hidden) - self.page.locked)
        return found

    def links(self, sent):
        if not isinstance(sent, list) or len(sent) > rules.MOST_LINKS:
            raise wrong("links", NO_LINKS, self.request)
        if not all(isinstance(link, dict) for link in sent):
            raise wrong("links", NO_LINKS, self.request)
        found = [{name: link.get(name) for name in ("title", "address")} for link in sent]
        if not all(isinstance(value, str) for link in found for value in link.values()):
            raise wrong("links", NO_LINKS, self.request)
        return found

    def ticked(self, sent):
        return set(self.texts("ticked", sent))

    def texts(self, name, sent):
        """Return a list of texts, which may be empty; BadRequest for anything else."""
        fits = isinstance(sent, list) and len(sent) <= rules.MOST_NAMES
        if not fits or not all(isinstance(one, str) for one in sent):
            raise wrong(name, NO_LIST, self.request)
        return sent
