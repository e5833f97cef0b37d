"""What partners, their groups and those of the hub are called, all forms in one place."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.partners import rules
from kommunalhub.partners.membership import get_partner
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class GroupNames:
    """The names of a function, as messages; those of a partner's functions ask for ${partner}.

    short: under a heading that says whose. listed: among all groups of a site, where it is stored
    as the title of the group. spoken: in a sentence about who decides.
    """

    short: Message
    listed: Message
    spoken: Message


def _of_hub(short, listed):
    return GroupNames(short, listed, spoken=short)


NAMES = {
    "staff": GroupNames(
        short=_("group_staff", default="Staff"),
        listed=_("group_partner_staff", default="${partner}: staff"),
        spoken=_("who_staff", default="Staff ${partner}"),
    ),
    "editors": GroupNames(
        short=_("group_editors", default="Editors"),
        listed=_("group_partner_editors", default="${partner}: editors"),
        spoken=_("who_editors", default="Editors ${partner}"),
    ),
    "reviewers": GroupNames(
        short=_("group_reviewers", default="Reviewers"),
        listed=_("group_partner_reviewers", default="${partner}: reviewers"),
        spoken=_("who_reviewers", default="Reviewers ${partner}"),
    ),
    "hub-consultants": _of_hub(
        _("group_consultants", default="Funding consultants"),
        _("group_hub_consultants", default="Hub: funding consultants"),
    ),
    "hub-trainers": _of_hub(
        _("group_trainers", default="Trainers"),
        _("group_hub_trainers", default="Hub: trainers"),
    ),
    "hub-support": _of_hub(
        _("group_support", default="Support"), _("group_hub_support", default="Hub: support")
    ),
    "hub-managers": _of_hub(
        _("group_managers", default="Hub management"),
        _("group_hub_managers", default="Hub: management"),
    ),
}


def function_of(group):
    """Return what a group is for: a key of NAMES for each group of ours.

    >>> function_of("malente-reviewers"), function_of("hub-support")
    ('reviewers', 'hub-support')
    """
    return group if group in rules.HUB_GROUPS else group.rpartition("-")[2]


def short_title(group):
    """Return the name of a group under a heading that says whose it is."""
    return NAMES[function_of(group)].short


def short_title_of(partner):
    """Return what lists and sentences call an administration; its id when it is gone, "" for none.

    partner: its id, or nothing.
    """
    found = get_partner(partner)
    return found.short_title if found is not None else (partner or "")


def listed_title(function, partner=None):
    """Return the name under which a function stands among all groups of a site."""
    message = NAMES[function].listed
    return message if partner is None else _about(message, partner)


def spoken_title(group):
    """Return the name of a group in a sentence; its id where no partner has it (any more)."""
    if group in rules.HUB_GROUPS:
        return NAMES[group].spoken
    partner, names = get_partner(group.rpartition("-")[0]), NAMES.get(function_of(group))
    if partner is None or names is None:
        return group
    return _about(names.spoken, partner)


def _about(message, partner):
    return filled(message, partner=partner.short_title)
