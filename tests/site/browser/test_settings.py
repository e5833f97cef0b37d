"""The site's settings: doors that open, nothing about software for others."""

from plone import api

import re


def doors(html):
    """Return the names of the panels that the page links to, tabs left aside."""
    body = html.partition("controlPanelOverview")[2]
    return set(re.findall(r'href="[^"]*/(@@[a-z-]+)[^"]*"', body.partition("portal-footer")[0]))


def test_each_door_opens_for_the_hub_manager(portal, page, person):
    person("hanna", "hub-managers")
    html = page("overview-controlpanel")
    found = doors(html)
    assert "@@partners-controlpanel" in found
    assert "@@mail-controlpanel" not in found
    for name in found:
        assert portal.restrictedTraverse(name) is not None
    assert "Zope 6" not in html


def test_who_can_set_up_mail_is_told_that_it_is_missing(portal, page, office):
    with office():
        html = page("overview-controlpanel")
    assert "@@mail-controlpanel" in doors(html)
    assert "Zope" in html
    assert api.portal.get_registry_record("plone.email_from_address", default="") in ("", None)
