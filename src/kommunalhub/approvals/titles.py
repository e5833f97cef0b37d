"""How those who decide are called: groups by their function, never by people's names."""

from kommunalhub import _
from kommunalhub.partners.membership import get_partner


HUB_TITLES = {
    "hub-consultants": _("who_hub_consultants", default="Funding consultants"),
    "hub-trainers": _("who_hub_trainers", default="Trainers of the hub"),
    "hub-support": _("who_hub_support", default="IT support of the hub"),
    "hub-managers": _("who_hub_managers", default="Hub management"),
}
APPLICANT = _("who_applicant", default="the applicant")


def title_of(token):
    """Return what to call a group id or `user:<id>` (see rules.tokens_of), translatable.

    People are never named: the reader might not be allowed to know them.
    """
    if token.startswith("user:"):
        return APPLICANT
    if token in HUB_TITLES:
        return HUB_TITLES[token]
    partner_id, dash, function = token.rpartition("-")
    partner = get_partner(partner_id)
    if partner is None:
        return token
    mapping = {"partner": partner.short_title}
    if function == "reviewers":
        return _("who_reviewers", default="Reviewers ${partner}", mapping=mapping)
    if function == "editors":
        return _("who_editors", default="Editors ${partner}", mapping=mapping)
    return _("who_staff", default="Staff ${partner}", mapping=mapping)


def titles_of(tokens):
    """Return one message for several tokens: `A or B or C`; None for nobody."""
    names = [title_of(token) for token in tokens]
    if not names:
        return None
    result = names[-1]
    for name in reversed(names[:-1]):
        result = _("who_or", default="${one} or ${other}", mapping={"one": name, "other": result})
    return result
