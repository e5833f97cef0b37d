"""Who reads what is handed out, asked for each principal: a few look-ups in trees, no search."""

from kommunalhub.core import tools
from kommunalhub.core.handouts import IReaders
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import groups_of
from kommunalhub.partners.rules import HUB_GROUPS
from kommunalhub.workshops import storage as books
from kommunalhub.workshops.handouts import rules
from kommunalhub.workshops.handouts import storage
from zope.interface import implementer


def given(uid):
    """Yield (uid of a workshop, when, stage) of where a thing is handed out by now."""
    kept = storage.handouts_of(tools.site())
    for workshop in kept.where.get(uid, ()) if kept is not None else ():
        when, stage = dict(kept.of[workshop])[uid], kept.stages.get(workshop, "")
        if rules.is_given(when, stage):
            yield workshop, when, stage


def staff_groups():
    """Return the groups of all who work for the hub or one of its administrations."""
    own = (group for partner in partner_ids() for group in groups_of(partner).values())
    return {*own, *HUB_GROUPS}


@implementer(IReaders)
class WorkshopReaders:
    """The utility that the seam asks, see core/handouts.py."""

    def is_reader(self, uid, principal):
        for workshop, when, stage in given(uid):
            if when not in rules.FOR_PARTICIPANTS:
                if principal in staff_groups():
                    return True
                continue
            book = books.books_of(tools.site()).get(workshop)
            one = book.of(f"user:{principal}") if book is not None else None
            if rules.is_reader(one, when, stage):
                return True
        return False

    def readers(self, uid):
        found = set()
        for workshop, when, stage in given(uid):
            if when not in rules.FOR_PARTICIPANTS:
                found |= staff_groups()
                continue
            book = books.books_of(tools.site()).get(workshop)
            found.update(
                one.userid
                for one in (book.all() if book is not None else ())
                if one.userid and rules.is_reader(one, when, stage)
            )
        return found
