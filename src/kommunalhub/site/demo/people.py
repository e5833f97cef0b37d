"""The people of the demo, all with one password that everybody may know."""

from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.operations import update_partner
from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.site.demo import tables
from plone import api


#: Only these have people: a partner that is added later brings its own.
PARTNERS = ("oldenburg", "malente", "lensahn", "dataport")


def build(portal):
    """Make the people who are missing and put them into their groups; return how many there are."""
    people = list(everybody())
    for person in people:
        if api.user.get(username=person["id"]) is None:
            api.user.create(
                username=person["id"],
                email=f"{person['id']}@example.org",
                password=DEMO_PASSWORD,
                properties={"fullname": person["name"]},
            )
        for group in person["groups"]:
            api.group.add_user(groupname=group, username=person["id"])
    return len(people)


def give_contacts():
    """Enter how the partners can be reached where nobody did so far."""
    for contact in tables.users()["contact"]:
        partner = get_partner(contact["partner"])
        if partner is not None and not partner.email:
            update_partner(partner.id, email=contact["email"], phone=contact["phone"])


def everybody():
    """Yield the people as dicts with id, name and groups."""
    data = tables.users()
    yield from data["hub"]
    here = [partner for partner in PARTNERS if partner in partner_ids()]
    for partner in here:
        for function in data["partner"]:
            if partner in function.get("only", PARTNERS):
                yield {
                    "id": f"{partner}-{function['suffix']}",
                    "name": f"{function['name']} {get_partner(partner).short_title}",
                    "groups": [f"{partner}-{group}" for group in function["groups"]],
                }
