"""Whom the person who is logged in may find."""

from kommunalhub.core.persons import members_of
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners import rules
from kommunalhub.partners.membership import partner_ids
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


EVERYBODY = "everybody"
KEY = "kommunalhub.partners.visible_people"


def visible_people():
    """Return the ids of the people who may be found, or EVERYBODY; kept for the request."""
    request = getRequest()
    if not IKommunalhubLayer.providedBy(request):
        return EVERYBODY  # no page of a site with kommunalhub: a script, another site
    user = api.user.get_current()
    kept = IAnnotations(request).setdefault(KEY, {})
    if user.getId() not in kept:
        kept[user.getId()] = _visible_to(user)
    return kept[user.getId()]


def is_visible(user_id):
    """Tell whether the person who is logged in may find this one."""
    people = visible_people()
    return people == EVERYBODY or user_id in people


def _visible_to(user):
    if user.getId() is None:
        return frozenset()
    groups = tuple(user.getGroups())
    if rules.sees_everybody(groups, user.getRoles()):
        return EVERYBODY
    own = rules.partners_of(groups, partner_ids())
    return frozenset({user.getId()} | members_of(*rules.visible_groups(own)))
