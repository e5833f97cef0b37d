"""`netzwerk`: all hubs for everybody to read; the page of one hub, and of what it shares."""

from babel.numbers import format_decimal
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import brand
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.lib import globe
from kommunalhub.network import keys
from kommunalhub.network import maps
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.browser import words
from kommunalhub.network.copies import releasing
from kommunalhub.partners.membership import operator_title
from plone.protect.authenticator import createToken
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.i18n import translate


SIZE = 30
#: Who reads copies: shared_copy_workflow.
READERS = frozenset({"Staff", "HubManager", "Manager"})
MAP = _("hubs_map", default="Where the hubs lie")
MAP_TEXT = _(
    "hubs_map_text", default="The numbers are those of the list above, which says the same."
)
#: Of the north and the south, of the east and the west.
LATITUDES = (
    _("degrees_north", default="${n}° N"),
    _("degrees_south", default="${n}° S"),
)
LONGITUDES = (
    _("degrees_east", default="${n}° E"),
    _("degrees_west", default="${n}° W"),
)


class HubList(BrowserView):
    """The hubs with their themes, by name."""

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def rows(self):
        """Ready values of this hub and all others; one query, none of them is woken."""
        found = catalog()(portal_type=workflow.HUB, sort_on="sortable_title")
        others = [
            {
                "url": brain.getURL(),
                "title": brain.Title,
                "standing": standing_of(brain.UID),
                **(brain.hub_facts or {}),
            }
            for brain in found
        ]
        own = own_entry()
        rows = [own, *(row for row in others if not is_own(row, own))]
        places = maps.numbered([row.get("point") for row in rows])
        return [
            {"contact": "", "standing": None, "is_own": row is own, **row, "number": number}
            for row, (number, _point) in zip(rows, places, strict=True)
        ]

    def map(self):
        """Return the map of those whose place is known as SVG, "" where it would show one alone."""
        points = {row["number"]: row["point"] for row in self.rows if row["number"]}
        if len(points) < 2:
            return ""
        title, text = (translate(words, context=self.request) for words in (MAP, MAP_TEXT))
        return maps.drawn(points, title, text, self.degrees)

    def degrees(self, value, is_latitude):
        """Return how a line of the map is called: 54° N; half ones with their fraction."""
        number = format_decimal(abs(value), format="#,##0.##", locale="de")
        words = LATITUDES if is_latitude else LONGITUDES
        message = words[value < 0]
        return translate(filled(message, n=number), context=self.request)

    @property
    def may_add(self):
        return asking.may(workflow.ADD_HUB, self.context)

    @property
    def may_change(self):
        return asking.may(workflow.MANAGE_IDENTITY, site())

    @property
    def settings_url(self):
        return f"{site_url()}/@@hub-controlpanel"

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

    def link_url(self):
        """Return where the link to it stands, for who sees to it; None where there is none."""
        if storage.link_of(IUUID(self.context)) is None:
            return None
        section = storage.section()
        return (
            f"{section.absolute_url()}/@@hub-links#hub-{IUUID(self.context)}"
            if asking.may(workflow.MANAGE, section)
            else None
        )

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

    def standing(self):
        """Return {text, look, about} of the last state and its age for who works here, or None."""
        return standing_of(IUUID(self.context))


def own_entry():
    """Return what the list says of this hub itself, as the settings have it."""
    name, place, region = (brand.read(each) for each in ("name", "place", "region"))
    return {
        "url": site_url(),
        "title": name if place in name else f"{name} {place}",
        "region": region,
        "theme": brand.read("theme"),
        "operator": operator_title(),
        "contact": brand.read("contact"),
        "point": globe.point_of(brand.read("point")),
        "feed": keys.feed(),
    }


def is_own(row, own):
    """Return whether an entry that somebody has made is of this hub: it stands there already."""
    return row["title"] == own["title"] or (row.get("feed") or "") == own["feed"]


def age_of(link, now):
    """Return {text, look}: when a hub was last heard of."""
    if link.fetched is None:
        return {"text": _("hub_never", default="never heard of"), "look": "soon"}
    when = formatting.moment(link.fetched)
    text = _("hub_heard", default="last heard of: ${when}", mapping={"when": when})
    return {"text": text, "look": "late" if rules.is_silent(link.fetched, now) else "ok"}


def standing_of(uid):
    """Return {text, look, about}: how a hub that we are linked to stands, for who works here.

    about: a sentence where what is here of it may be out of date, else None. Nothing is asked of
    the hub: a page says what the last run of the jobs has found.
    """
    link = storage.link_of(uid)
    if link is None or link.state == rules.NEW or not works_here():
        return None
    age, about = age_of(link, formatting.now()), None
    if link.state == rules.PAUSED:
        about = _(
            "hub_rests",
            default="The link to this hub rests. What stands here of it is the last state.",
        )
    elif link.problem or age["look"] != "ok":
        about = _(
            "hub_stale",
            default="It does not answer well at the moment. What stands here of it is the last "
            "state.",
        )
        if link.copies and link.expires is not None:
            day = formatting.day(formatting.to_local(link.expires).date())
            about = _(
                "hub_stale_until",
                default="It does not answer well at the moment. What stands here of it is the last "
                "state, and is removed on ${day} if nothing is heard of it until then.",
                mapping={"day": day},
            )
    return {**age, "about": about}


def works_here():
    """Return whether who asks may read what other hubs share."""
    return not READERS.isdisjoint(asking.roles())


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
    def may_take_part(self):
        return bool(self.card.seats) and self.link.state == rules.CONFIRMED

    @property
    def may_withdraw(self):
        return asking.may(workflow.EXCHANGE, self.context)

    @property
    def quarantine_url(self):
        return f"{storage.section().absolute_url()}/@@quarantine"

    @property
    def token(self):
        return createToken()

    @property
    def hub_url(self):
        return self.context.aq_parent.absolute_url()

    @property
    def hub_title(self):
        return self.context.aq_parent.title

    def facts(self):
        rows = [(_("label_copy_kind", default="Kind"), words.kind_title(self.card.kind))]
        rows += list(self.card.facts)
        if self.card.seats:
            label = _("label_workshop_hub_seats", default="Seats for people of other hubs")
            rows.append((label, self.card.seats))
        licence = sharing.LICENCES.get(self.card.licence, self.card.licence)
        if self.copy.by and self.may_withdraw:
            rows.append((_("label_copy_released", default="Released by"), name_of(self.copy.by)))
        rows += [
            (_("label_copy_licence", default="Licence"), licence),
            (
                _("label_copy_changed", default="Changed there"),
                formatting.day(formatting.to_local(self.card.changed).date()),
            ),
            (_("label_copy_synced", default="Last compared"), formatting.moment(self.link.fetched)),
        ]
        return rows
