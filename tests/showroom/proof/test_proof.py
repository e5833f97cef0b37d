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


def test_every_page_offers_it_to_visitors(web, hub):
    someone, url = hub.visitor(), f"{web.absolute_url()}/@@search"
    page = someone.get(url).text
    assert "Mit wem spricht diese Seite?" in page and f'href="{url}?proof=1#beleg"' in page
    shown = someone.get(f"{url}?proof=1").text
    assert shown.count('id="beleg"') == 1 and "Mit wem spricht" not in shown
    for other in (f"{url}?q=Mühle", f"{web.absolute_url()}/gibt-es-nicht"):
        assert "proof=1" not in someone.get(other).text
    assert "proof=1" not in hub.visitor("mia").get(url).text
    assert "proof=1" not in someone.get(f"{web.absolute_url()}/showroom").text  # it stands there


def test_hosts_that_the_operator_allows_are_named(portal):
    assert allowed(["img-src blob:"]) == []
    record = "kommunalhub.security.embed_hosts"
    api.portal.set_registry_record(record, ("video.example.org",))
    assert allowed(["media-src https://live.example.org"]) == [
        *("live.example.org", "video.example.org")
    ]
