"""Roles of partners. Pure; what is kept: {partner: {"role": token, "does": text}}."""

#: The role of the administration that a project belongs to; no other one has it.
LEAD = "lead"
#: The role of who has no other.
PARTNER = "partner"


def parties(partners, kept, known):
    """Return [(partner, role, what it does)] of all partners, in their order, the lead first.

    kept: what somebody entered, of former partners as well. known: the roles that there are; who
    has none of them is a partner.

    >>> kept = {"lensahn": {"role": "donor", "does": "Geld"}, "weg": {"role": "donor", "does": ""}}
    >>> parties(("malente", "lensahn"), kept, {"partner", "donor"})
    [('malente', 'lead', ''), ('lensahn', 'donor', 'Geld')]
    """
    found = []
    for at, partner in enumerate(partners):
        row = kept.get(partner, {})
        role = row.get("role")
        role = LEAD if at == 0 else role if role in known else PARTNER
        found.append((partner, role, row.get("does", "")))
    return found
