"""How long it is known who took part, and what is erased when."""

from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage


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
