"""Substitutions as pages and services show them."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.titles import type_title
from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution.browser.moments import last_day_of
from kommunalhub.partners.substitution.people import name_of
from plone import api


def row_of(one):
    """Return a dict of ready values for a template."""
    now = formatting.now()
    return {
        "id": one.id,
        "absent": name_of(one.absent),
        "substitute": name_of(one.substitute),
        "period": period_of(one),
        "is_active": one.is_active(now),
        "types": ", ".join(said(type_title(name)) for name in one.case_types),
        "tasks": ", ".join(title_of(group) for group in operations.passing_groups(one)),
        "reason": one.reason,
        "ends": asking.userid() == one.absent or operations.may_manage(),
    }


def period_of(one):
    """Return from when until when, in the words of the office: an end at midnight is 24:00."""
    day, clock = last_day_of(one.end)
    end = formatting.moment(one.end) if clock else f"{formatting.day(day)}, 24:00"
    mapping = {"start": formatting.moment(one.start), "end": end}
    return _("substitution_period", default="${start} until ${end}", mapping=mapping)


def title_of(group_id):
    """Return what a group is called."""
    group = api.group.get(groupname=group_id)
    return group.getGroupTitleOrName() if group is not None else group_id


def said(message):
    return api.portal.translate(message) if hasattr(message, "domain") else message
