"""What pages and services tell of handouts: those that who asks may read, and how many come later.

Titles come from the catalog as the person sees it, so nothing is named that they may not read.
"""

from kommunalhub import _
from kommunalhub.core import tools
from kommunalhub.core.handouts import MARKER
from kommunalhub.workshops.handouts import rules
from kommunalhub.workshops.handouts import storage
from kommunalhub.workshops.handouts.operations import stage_of


WORDS = {
    rules.BEFORE: _("handout_before", default="for all, at once"),
    rules.AFTER: _("handout_after", default="for all, after the workshop"),
    rules.TAKING_PART: _("handout_participants", default="for participants, at once"),
    rules.TOOK_PART: _("handout_took_part", default="for participants, after the workshop"),
}
#: Workflow states whose things are kept to participants.
RESERVED = "reserved"
RELEASED = ("internal", RESERVED, "public", "due_for_review")


def brains_of(uids):
    """Return {uid: brain} of the things that who asks may see."""
    if not uids:
        return {}
    brains = tools.catalog()(UID=list(uids), object_provides=MARKER, review_state=RELEASED)
    return {brain.UID: brain for brain in brains}


def all_of(workshop):
    """Return [(uid, when, brain or None)] of all a workshop hands out, in order."""
    pairs = storage.pairs_of(tools.site(), workshop.UID())
    brains = brains_of(pairs)
    return [(uid, when, brains.get(uid)) for uid, when in pairs.items()]


def rows_of(workshop):
    """Return what the page shows: [{title, url, about}], of what is handed out by now."""
    stage = stage_of(workshop)
    return [
        {"title": brain.Title, "url": brain.getURL(), "about": brain.Description}
        for _uid, when, brain in all_of(workshop)
        if brain is not None and rules.is_given(when, stage)
    ]


def later_of(workshop):
    """Return how many things are handed out once the workshop was held."""
    if stage_of(workshop) != rules.COMING:
        return 0
    found = storage.pairs_of(tools.site(), workshop.UID()).values()
    return sum(when not in rules.AT_ONCE for when in found)


def for_participants(workshop, one):
    """Return [(uid, brain)] of what who has this Registration may read by the link of a mail."""
    stage = stage_of(workshop)
    pairs = storage.pairs_of(tools.site(), workshop.UID())
    uids = [uid for uid, when in pairs.items() if rules.is_reader(one, when, stage)]
    if not uids:
        return []
    brains = tools.catalog().unrestrictedSearchResults(
        UID=uids, object_provides=MARKER, review_state=[RESERVED, "public"]
    )
    found = {brain.UID: brain for brain in brains}
    return [(uid, found[uid]) for uid in uids if uid in found]


def choices_of(workshop):
    """Return brains of what can be handed out and is not yet, by title."""
    there = storage.pairs_of(tools.site(), workshop.UID())
    brains = tools.catalog()(
        object_provides=MARKER, review_state=RELEASED, sort_on="sortable_title", sort_limit=500
    )
    return [brain for brain in brains if brain.UID not in there]


def problem(brain, when):
    """Return the sentence for why a thing cannot be handed out like this, or None."""
    if brain is None:
        return _("error_handout_gone", default="This material is not released, or is gone.")
    if when not in rules.WHEN:
        return _("error_handout_when", default="Please choose for whom and from when on.")
    if when in rules.FOR_PARTICIPANTS and brain.review_state != RESERVED:
        return _(
            "error_handout_open",
            default="Others read this material already. For participants alone is only what was "
            "released for participants.",
        )
    return None
