"""Each page is under the rule that Plone would put it under."""

from kommunalhub.core.caching.ruleset import ruleset_of
from kommunalhub.interfaces import IKommunalhubLayer
from plone import api
from plone.app.caching.lookup import ContentItemLookup
from zope.component import getAdapters
from zope.interface import alsoProvides
from zope.interface import Interface


def test_it_is_plones_for_every_view_of_every_kind_of_thing(built):
    portal, request = built["portal"], built["request"]
    alsoProvides(request, IKommunalhubLayer)
    things = {portal.portal_type: portal}
    with api.env.adopt_roles(["Manager"]):
        for brain in api.portal.get_tool("portal_catalog")():
            things.setdefault((brain.portal_type, brain.getObject().getLayout()), brain.getObject())
        compared, ruled = 0, set()
        for thing in things.values():
            for name, view in getAdapters((thing, request), Interface):
                if getattr(view, "__parent__", None) is None or not name:
                    continue
                plones = ContentItemLookup(view, request)()
                assert ruleset_of(view, request) == plones, (thing, name)
                compared += 1
                ruled.add(plones)
    assert compared > 500
    assert len(ruled) > 2
