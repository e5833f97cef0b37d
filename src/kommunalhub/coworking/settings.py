"""What the office has set for co-working, and what the form knows of a person beforehand."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import registry
from kommunalhub.coworking import rules
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partners_of
from plone import api


#: Used where the registry has no record.
DEFAULT_LONGEST_DAYS = 366


def longest_days():
    """Return for how many days at most one application may ask."""
    return registry.read("kommunalhub.coworking_longest_days", DEFAULT_LONGEST_DAYS)


def house_rules():
    """Return the house rules, a list of sentences."""
    text = registry.read("kommunalhub.coworking_house_rules", "")
    return [line.strip() for line in text.splitlines() if line]


def agreement_text():
    """Return the wording of agreements: paragraphs, lines with `# ` before them are headings."""
    return registry.read("kommunalhub.coworking_agreement", "")


def accepts_first():
    """Return whether an agreement must be accepted before anything is booked by its right."""
    return bool(registry.read("kommunalhub.coworking_accept_first", False))


def set_agreement(text, rules_, accept_first):
    """Set the wording of agreements, the house rules, and whether they are accepted first."""
    values = {"agreement": text, "house_rules": rules_, "accept_first": accept_first}
    for name, value in values.items():
        api.portal.set_registry_record(f"kommunalhub.coworking_{name}", value)


def house_rules_page():
    """Return {title, url} of where the house rules stand."""
    title = _("link_house_rules", default="Read the house rules")
    return {"title": title, "url": f"{api.portal.get().absolute_url()}/co-working#hausordnung"}


def privacy_page():
    """Return {title, url} of the page about data protection."""
    title = _("link_privacy", default="Read about data protection")
    return {"title": title, "url": f"{api.portal.get().absolute_url()}/datenschutz"}


def seats_of(kind):
    """Return the seats of each space of this kind that the person can see."""
    brains = api.content.find(portal_type="Space", space_kind=kind)
    return [brain.space_seats for brain in brains if isinstance(brain.space_seats, int)]


def default_capacity(kind):
    """Return what the registry says while no space of the kind was entered, None for nothing."""
    return (registry.read("kommunalhub.coworking_capacity") or {}).get(kind)


def room_for(kind):
    """Return for how many persons one application for this kind of space may ask, None if any."""
    seats = seats_of(kind)
    return rules.capacity(kind, seats) if seats else default_capacity(kind)


def applies_as_staff():
    """Return whether the current person works for the hub or one of its administrations."""
    return bool(rules.STAFF_ROLES & set(asking.roles()))


def default_applicant_kind():
    """Return "administration" for staff; the others say what they are."""
    return rules.ADMINISTRATION if partners_of() else None


def default_organisation():
    """Return the name of the administration the person works for, None for people from outside."""
    own = partners_of()
    return get_partner(own[0]).title if own else None


def default_contact_name():
    """Return the full name in the person's profile, None where there is none."""
    return _of_person("fullname")


def default_contact_email():
    """Return the e-mail address in the person's profile, None where there is none."""
    return _of_person("email")


def _of_person(name):
    if asking.is_anonymous():
        return None
    return api.user.get_current().getProperty(name, "") or None
