"""What a page of the showroom says of whom it may ask, before any script ran."""

from kommunalhub.showroom.proof.browser import allowed
from plone import api

import transaction


def test_a_page_says_that_it_may_ask_this_server_only(web, hub):
    exhibit = hub.add_exhibit(web)
    hub.bring_to(exhibit, "public")
    transaction.commit()
    for url in (exhibit.absolute_url(), f"{web.absolute_url()}/showroom"):
        page = hub.visitor().get(url).text
        assert "Diese Seite darf nur mit diesem Server sprechen" in page, url
        assert 'id="beleg"' in page and "Erlaubt ist außerdem" not in page


def test_hosts_that_the_operator_allows_are_named(portal):
    assert allowed(["img-src blob:"]) == []
    record = "kommunalhub.security.embed_hosts"
    api.portal.set_registry_record(record, ("video.example.org",))
    assert allowed(["media-src https://live.example.org"]) == [
        *("live.example.org", "video.example.org")
    ]
