"""How long it is known who took part, and what is erased when."""

from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.workshops import certificates
from kommunalhub.workshops import operations
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow


def retention_months():
    """Return after how many months names and addresses go."""
    return registry.read("kommunalhub.workshops_retention_months", 6)


def to_forget(end, now):
    """Return what of the people of a workshop that ended then may not be kept any more."""
    if end >= now:
        return storage.NOTHING
    local = formatting.to_local(end)
    months = local.year * 12 + local.month - 1 + retention_months()
    limit = (months // 12, months % 12 + 1, local.day)
    today = formatting.to_local(now)
    over = (today.year, today.month, today.day) > limit
    return storage.PEOPLE if over else storage.NEEDS


def forget_people(book, what):
    """Erase what may not be kept any more; the numbers stay."""
    if book.forgotten >= what:
        return
    book.forget(rules.anonymous if what == storage.PEOPLE else rules.without_needs)
    book.forgotten = what


def forget_person(userid):
    """Give back the seats of somebody whose account goes, and forget who had those of the past.

    Certificates stay for who got them by mail; the account no longer leads to them.
    """
    portal = site()
    certificates.forget_person(portal, userid)
    for uid, book in storage.books_of(portal).items():
        found = [one for one in book.all() if userid in (one.userid, one.by)]
        if any(one.userid == userid and one.state in rules.ACTIVE for one in found):
            workshop = thing_of(uid, review_state=list(workflow.COMING))
            if workshop is not None:
                operations.forget(workshop, userid)
        for one in found:
            book.put(rules.without_person(book.get(one.number), userid))
