"""How the pages of an area are: each group is one query of the catalog, no page is woken."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.reviewing import rules as reviewing
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.titles import state_title
from kommunalhub.core.titles import type_title
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.upkeep.health import outside
from kommunalhub.editorial.upkeep.health import rules
from kommunalhub.partners.localroles import partner_of
from kommunalhub.search.gaps import operations as gaps
from zope.i18nmessageid import Message


TYPES = ("Document", "News Item", "Event")
#: Whose business it is how an area is.
ROLES = frozenset({"Editor", "Reviewer", "HubManager", "Manager"})
#: So many searches without a hit are shown.
MOST_GAPS = 10


@dataclass(frozen=True)
class Group:
    """What pages have in common. query: of the catalog, besides the area; sort: index, direction.

    opens: the view of a page that helps, "" for the page itself.
    """

    name: str
    title: Message
    about: Message
    query: dict
    sort: tuple = ("modified", "ascending")
    opens: str = ""


GROUPS = (
    Group(
        "reports",
        _("health_reports", default="Reported by readers"),
        _("health_reports_about", default="Somebody has said that something is wrong."),
        {"upkeep": reviewing.REPORTS},
        ("due", "ascending"),
        "@@meldungen",
    ),
    Group(
        "reviews",
        _("health_reviews", default="To be reviewed"),
        _("health_reviews_about", default="Their day has come: keep, change or take offline."),
        {"upkeep": reviewing.REVIEW},
        ("due", "ascending"),
    ),
    Group(
        "pending",
        _("health_pending", default="Waiting for release"),
        _("health_pending_about", default="Handed in and not decided on."),
        {"review_state": "pending"},
        ("due", "ascending"),
    ),
    Group(
        "drafts",
        _("health_drafts", default="Drafts"),
        _("health_drafts_about", default="Begun, the oldest first."),
        {"review_state": "draft"},
    ),
    Group(
        rules.BROKEN,
        _("health_broken", default="Broken links"),
        _("health_broken_about", default="A link within the site leads to nothing."),
        {"page_health": rules.BROKEN},
        opens="@@seite-pruefen",
    ),
    Group(
        rules.INTERNAL,
        _("health_internal", default="Links that citizens cannot open"),
        _("health_internal_about", default="A public page links something internal."),
        {"page_health": rules.INTERNAL},
        opens="@@seite-pruefen",
    ),
    Group(
        rules.OUTSIDE,
        _("health_outside", default="Links to what is gone elsewhere"),
        _("health_outside_about", default="Another site says that there is nothing any more."),
        {"page_health": rules.OUTSIDE},
        opens="edit",
    ),
    Group(
        rules.UNCLEAR,
        _("health_unclear", default="Links that are unclear"),
        _(
            "health_unclear_about",
            default="Another site does not answer programs. Please have a look yourself.",
        ),
        {"page_health": rules.UNCLEAR},
    ),
    Group(
        rules.ALTERNATIVE,
        _("health_alternative", default="Pictures without a text"),
        _("health_alternative_about", default="Who cannot see them does not learn what they show."),
        {"page_health": rules.ALTERNATIVE},
        opens="@@seite-pruefen",
    ),
    Group(
        rules.NEVER,
        _("health_never", default="Never visited"),
        _(
            "health_never_about",
            default="Released for two months, and opened by nobody but those who write.",
        ),
        {"page_health": rules.NEVER},
    ),
)


def groups():
    """Return the Groups that this hub looks up."""
    asked = outside.is_on()
    return [one for one in GROUPS if asked or one.name not in (rules.OUTSIDE, rules.UNCLEAR)]


def may_see(area):
    """Return whether it is the business of who is logged in how the pages of a folder are."""
    roles = asking.roles() if area == site() else asking.roles_on(area)
    return not ROLES.isdisjoint(roles)


def brains_of(group, partner):
    """Return the brains of a group. partner: id of an administration, None for the whole hub."""
    query = {"portal_type": TYPES, **group.query}
    if partner:
        query["partner"] = partner
    query["sort_on"], query["sort_order"] = group.sort
    return catalog()(**query)


def partner_in(area):
    """Return the id of the administration of a folder, None for the whole hub."""
    return partner_of(area)


def row(brain, group, now):
    """Return a page of a group as a dict: uid, title, url, help, type, state, due, details."""
    due = due_of(brain) if group.sort[0] == "due" else None
    text, look = formatting.due_text(due, now) if due else (None, "")
    links = ((brain.case_extra or {}).get("links") or {}).get(group.name, ())
    return {
        "uid": brain.UID,
        "title": brain.Title,
        "url": brain.getURL(),
        "help": f"{brain.getURL()}/{group.opens}".rstrip("/"),
        "type": type_title(brain.portal_type),
        "state": state_title(brain.portal_type, brain.review_state),
        "changed": brain.modified.asdatetime().date(),
        "due": due and {"text": text, "look": look, "day": formatting.to_local(due).date()},
        "details": [{"place": place, "words": words} for place, words in links],
    }


def searches():
    """Return the search.gaps Lines that are asked for most."""
    return gaps.lines(site())[:MOST_GAPS]
