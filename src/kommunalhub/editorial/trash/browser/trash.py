"""@@papierkorb: what was deleted; @@papierkorb/<key>: one thing, to bring back or throw away."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.titles import type_title
from kommunalhub.core.tools import catalog
from kommunalhub.core.validation import not_between
from kommunalhub.editorial.trash import looking
from kommunalhub.editorial.trash import operations
from kommunalhub.editorial.trash import rules
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from Products.CMFCore.interfaces import ISiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


PAGE_SIZE = 25
LONGEST_QUERY = 200
GONE = _(
    "trash_gone",
    default="This is not in the trash any more. Somebody has brought it back or deleted it.",
)


@implementer(IPublishTraverse)
class TrashPage(OwnPage):
    """The list, or one thing of it."""

    list_page = ViewPageTemplateFile("templates/trash.pt")
    one_page = ViewPageTemplateFile("templates/one.pt")
    key = None
    problem = None

    def publishTraverse(self, request, name):
        if self.key is not None or not rules.is_key(name):
            raise NotFound(name)
        self.key = name
        return self

    def __call__(self):
        if not looking.may_look():
            raise NotFound("papierkorb")
        if self.key is not None and self.facts is None:
            return self.gone()
        return super().__call__()

    def template(self):
        return self.list_page() if self.key is None else self.one_page()

    def gone(self):
        """Show the list with what became of the thing: two people may be at it."""
        self.key = None
        return self.refuse(GONE, 404)

    def refuse(self, problem, status):
        self.problem = problem
        self.request.response.setStatus(status)
        return self.template()

    @property
    def url(self):
        return f"{self.site_url}/@@papierkorb"

    @property
    def title(self):
        return _("heading_trash", default="Trash")

    @property
    def days(self):
        return operations.days()

    # The list

    @property
    def q(self):
        return self.field("q").strip()[:LONGEST_QUERY]

    @property
    def partner(self):
        return self.field("partner") if self.field("partner") in partner_ids() else ""

    def partners(self):
        """Return the administrations to choose from; nothing to choose from one."""
        known = partner_ids() if looking.manages() else looking.edits_for()
        if len(known) < 2:
            return []
        return [
            {"id": one, "title": short_title_of(one), "selected": one == self.partner}
            for one in known
        ]

    @cached_property
    def found(self):
        return looking.listed(self.partner, self.q)

    @cached_property
    def batch(self):
        asked = (("q", self.q), ("partner", self.partner))
        query = [(name, value) for name, value in asked if value]
        return batch_of(self.request, len(self.found), PAGE_SIZE, self.url, query)

    def rows(self):
        shown = self.batch.cut(self.found)
        places = [facts.place_uid for _key, facts in shown if facts.place_uid]
        there = catalog().unrestrictedSearchResults(UID=places) if places else ()
        known = {"", *(brain.UID for brain in there)}
        return [
            self.row(key, facts) | {"has_place": facts.place_uid in known} for key, facts in shown
        ]

    def row(self, key, facts):
        until = rules.kept_until(facts.deleted, self.days)
        return {
            "key": key,
            "url": f"{self.url}/{key}",
            "title": facts.title or facts.id,
            "type": type_title(facts.portal_type),
            "place": facts.place or self.site_title,
            "path": f"/{facts.path}",
            "partner": short_title_of(facts.partner),
            "who": name_of(facts.by) if facts.by else "",
            "when": formatting.moment(facts.deleted),
            "until": formatting.day(formatting.to_local(until).date()),
            "more": facts.count - 1,
        }

    @property
    def site_title(self):
        return self.portal.Title()

    def may_set_days(self):
        return looking.manages()

    # One thing

    @cached_property
    def facts(self):
        try:
            return looking.told(self.key)
        except KeyError:
            return None

    @property
    def one(self):
        return self.row(self.key, self.facts)

    @cached_property
    def former(self):
        """The title of the place where it stood, None where it cannot go back there."""
        place = looking.former_place(self.facts)
        if place is None or not looking.may_take(place, self.facts.portal_type):
            return None
        return place.Title()

    @cached_property
    def places(self):
        """Return [{uid, title}] of other places; the uid of the site is „site“."""
        depth = len(self.portal.getPhysicalPath())
        former = self.facts.place_uid or "site"
        found = []
        for place in looking.places_for(self.facts):
            uid = "site" if ISiteRoot.providedBy(place) else place.UID()
            if uid != former:
                path = "/".join(place.getPhysicalPath()[depth:])
                title = f"{place.Title()} (/{path})"
                found.append({"uid": uid, "title": title})
        return found

    # What is sent

    def post(self):
        if self.key is None:
            return self.save_days()
        if self.field("delete"):
            return self.delete()
        return self.bring_back()

    def save_days(self):
        if not looking.manages():
            raise NotFound("papierkorb")
        try:
            operations.set_days(rules.days_wanted(self.field("days")))
        except ValueError:
            return self.refuse(not_between(rules.FEWEST_DAYS, rules.MOST_DAYS), 400)
        return self.lead_to(self.url, _("trash_days_saved", default="Saved."))

    def delete(self):
        if not self.field("sure"):
            message = _("trash_not_sure", default="Please confirm that it shall go for good.")
            return self.refuse(message, 400)
        title = self.one["title"]
        operations.throw_away(self.key)
        message = _(
            "trash_deleted", default="„${title}“ is deleted for good.", mapping={"title": title}
        )
        return self.lead_to(self.url, message)

    def bring_back(self):
        try:
            back = operations.bring_back(self.key, self.chosen())
        except operations.NotBack as error:
            return self.refuse(error.args[0], 409)
        message = _(
            "trash_brought_back",
            default="„${title}“ is back, as a draft where it has to be released.",
            mapping={"title": back.Title()},
        )
        url = back.absolute_url()
        is_file = back.portal_type in ("File", "Image")
        return self.lead_to(f"{url}/view" if is_file else url, message)

    def chosen(self):
        """Return the place that was chosen, None for the one where it stood."""
        wanted = self.field("place")
        if not wanted:
            return None
        if wanted == "site":
            return self.portal
        found = catalog()(UID=wanted, portal_type="Folder")
        place = found[0].getObject() if found else None
        if place is None or not asking.may("View", place):
            raise operations.NotHere(operations.NOT_HERE)
        return place
