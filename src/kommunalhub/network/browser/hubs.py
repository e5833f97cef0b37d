"""`netzwerk`: all hubs for everybody to read; the page of one hub, and of what it shares."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.tools import catalog
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.browser import words
from kommunalhub.network.copies import releasing
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from zExceptions import NotFound


SIZE = 30


class HubList(BrowserView):
    """The hubs with their themes, by name."""

    @property
    def url(self):
        return self.context.absolute_url()

    def rows(self):
        found = catalog()(portal_type=workflow.HUB, sort_on="sortable_title")
        return [row_of(brain._unrestrictedGetObject()) for brain in found]

    @property
    def may_add(self):
        return asking.may(workflow.ADD_HUB, self.context)

    def ways(self):
        """Return [{title, url}] of what else there is to do for who asks."""
        ways = []
        if "erfahrungen" in self.context.objectIds():
            ways.append((_("section_reports", default="Reports of experience"), "erfahrungen"))
        if asking.may(workflow.EXCHANGE, self.context):
            ways.append((_("title_quarantine", default="What other hubs share"), "@@quarantine"))
            ways.append((_("title_questions", default="Questions between hubs"), "@@hub-questions"))
            ways.append((_("title_shared", default="What we share"), "@@shared"))
        if asking.may(workflow.MANAGE, self.context):
            ways.append((_("title_hub_links", default="Links to other hubs"), "@@hub-links"))
        return [{"title": title, "url": f"{self.url}/{view}"} for title, view in ways]


def row_of(hub):
    return {
        "url": hub.absolute_url(),
        "title": hub.title,
        "region": hub.region,
        "theme": hub.theme,
        "operator": hub.operator,
    }


class HubView(BrowserView):
    """Who a hub is; for the house also what it shares, and how old that is."""

    def facts(self):
        hub = self.context
        return [
            (title, value)
            for title, value in (
                (_("label_hub_region", default="Region"), hub.region),
                (_("label_hub_theme", default="Theme"), hub.theme),
                (_("label_hub_operator", default="Operator"), hub.operator),
                (_("label_hub_contact", default="Contact"), hub.contact),
            )
            if value
        ]

    @property
    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    @cached_property
    def found(self):
        """Brains of copies that who asks may read, by title."""
        path = "/".join(self.context.getPhysicalPath())
        return catalog()(portal_type=workflow.COPY, path=path, sort_on="sortable_title")

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.context.absolute_url(), ())

    def rows(self):
        return [
            {"url": brain.getURL(), "title": brain.Title, "text": brain.Description}
            for brain in self.batch.cut(self.found)
        ]

    def age(self):
        """Return {text, look} of when it was last heard of, for the house; None without a link."""
        link = storage.link_of(IUUID(self.context))
        if link is None or not asking.may(workflow.EXCHANGE, self.context):
            return None
        return age_of(link, formatting.now())


def age_of(link, now):
    """Return {text, look}: when a hub was last heard of."""
    if link.fetched is None:
        return {"text": _("hub_never", default="never heard of"), "look": "soon"}
    when = formatting.moment(link.fetched)
    text = _("hub_heard", default="last heard of: ${when}", mapping={"when": when})
    return {"text": text, "look": "late" if rules.is_silent(link.fetched, now) else "ok"}


class CopyView(BrowserView):
    """What another hub shares, as it signed it; read only."""

    def __call__(self):
        found = releasing.card_of(self.context)
        link = storage.link_of(self.context.hub)
        if found is None or (link.expires is not None and link.expires <= formatting.now()):
            raise NotFound(self.context.getId())  # the next run of the jobs takes it away
        self.copy, self.card = found
        self.link = link
        return self.index()

    @property
    def hub_url(self):
        return self.context.aq_parent.absolute_url()

    @property
    def hub_title(self):
        return self.context.aq_parent.title

    def facts(self):
        rows = [(_("label_copy_kind", default="Kind"), words.kind_title(self.card.kind))]
        rows += list(self.card.facts)
        licence = sharing.LICENCES.get(self.card.licence, self.card.licence)
        rows += [
            (_("label_copy_licence", default="Licence"), licence),
            (
                _("label_copy_changed", default="Changed there"),
                formatting.day(formatting.to_local(self.card.changed).date()),
            ),
            (_("label_copy_synced", default="Last compared"), formatting.moment(self.link.fetched)),
        ]
        return rows
