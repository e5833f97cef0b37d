"""A change as people read it."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import rules
from kommunalhub.projects.changes import operations
from kommunalhub.projects.changes.schemas import ABOUT
from kommunalhub.projects.changes.schemas import IChange
from kommunalhub.projects.vocabularies import ROLES


OUTCOMES = {
    operations.AGREED: _("change_agreed", default="agreed by all partners"),
    operations.KEPT: _("change_kept", default="not agreed"),
    operations.GONE: _("change_gone", default="given up: there was nothing left to agree on"),
    operations.AT_ONCE: _("change_at_once", default="changed by the lead, below the limit"),
}


LEAD = _("label_project_lead", default="Lead")
#: What a change is about and has a form of its own.
TITLES = {"partners": _("label_project_partners", default="Partners")}


def shown(name, value):
    """Return a value of what was agreed as text."""
    if name == "partners":
        return ", ".join(map(short_title_of, value))
    if name in ("budget", "own_share"):
        return formatting.money(value)
    return formatting.day(value) if name == "end" else value


def rows(change):
    """Return [(label, before, after)] of what differs."""
    before, after = change["before"], change["after"]
    found = [
        (title_of(name), *(shown(name, side[name]) for side in (before, after)))
        for name in ABOUT
        if differs(name, before[name], after[name])
    ]
    if rules.is_led_anew(before, after):
        leads = (shown("partners", side["partners"][:1]) for side in (before, after))
        found.append((LEAD, *leads))
    titles = titles_of(ROLES)
    for partner, row in change["roles"].items():
        role = in_site_language(titles.get(row["role"], row["role"]))
        mapping = {"partner": short_title_of(partner)}
        as_what = _("label_project_role_of", default="Role of ${partner}", mapping=mapping)
        found.append((as_what, "–", f"{role}: {row['does']}" if row["does"] else role))
    return found


def differs(name, before, after):
    """Return whether a value is another one; of partners whether they are, whoever leads."""
    return set(before) != set(after) if name == "partners" else before != after


def title_of(name):
    return TITLES.get(name) or IChange[name].title
