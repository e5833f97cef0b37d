"""Exhibits away from their page: the screen, pages of others, what is counted."""

from kommunalhub.core.tally import flushing
from kommunalhub.core.tally import operations as tally
from kommunalhub.showroom.visit.counting import VISITS

import pytest
import re
import transaction


SITE = "https://www.ostsee.example"


def policy(answer):
    parts = answer.headers["Content-Security-Policy"].split("; ")
    return {name: sources for name, *sources in (part.split() for part in parts)}


@pytest.fixture
def shown(web, hub):
    """Return (address of a public exhibit for the screen and other sites, of one for neither)."""
    link = '<p><a href="http://localhost/login">Anmelden</a></p>'
    text = hub.RichTextValue(link, "text/html", "text/x-html-safe")
    one = hub.add_exhibit(web, in_hall=True, embed_sites=SITE, text=text)
    hub.add_picture(one)
    other = hub.add_exhibit(web, title="Der Bungsberg")
    for exhibit in (one, other):
        hub.bring_to(exhibit, "public")
    transaction.commit()
    return one.absolute_url(), other.absolute_url()


def test_in_pages_of_named_sites_and_nowhere_else(shown, hub):
    url, other = shown
    for _time in range(2):  # made, then sent from memory if that is on
        answer = hub.visitor().get(f"{url}/@@einbetten")
        assert answer.status_code == 200 and "Set-Cookie" not in answer.headers
        assert policy(answer)["frame-ancestors"] == ["'self'", SITE]
        assert "X-Frame-Options" not in answer.headers
        assert policy(answer)["script-src"] == ["'self'"]
    page = hub.visitor().get(url)
    assert policy(page)["frame-ancestors"] == ["'self'"]
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert hub.visitor().get(f"{other}/@@einbetten").status_code == 404


def test_nothing_leads_away_from_the_screen(web, shown, hub):
    url, other = shown
    start = f"{web.absolute_url()}/showroom/@@bildschirm"
    found = hub.visitor().get(start).text
    assert f"{url}/@@bildschirm" in found and other not in found
    page = hub.visitor().get(f"{url}/@@bildschirm")
    links = re.findall(r'<a\b[^>]*\shref="([^"]*)"', page.text)
    assert links == [start] and "Anmelden" in page.text
    picture = hub.visitor().get(f"{url}/die-herdstelle/@@bildschirm", allow_redirects=False)
    assert picture.headers["Location"] == f"{url}/@@bildschirm#die-herdstelle"
    assert hub.visitor().get(f"{other}/@@bildschirm").status_code == 404


def test_visits_are_counted_without_anything_about_people(web, shown, hub):
    url, _other = shown
    assert hub.visitor().head(url).status_code == 200  # asks only whether it is there
    for visitor in (hub.visitor(), hub.visitor("mia")):
        assert visitor.get(url).status_code == 200
    assert hub.visitor("mia").get(f"{web.absolute_url()}/showroom/@@besuche").status_code in (
        *(401, 403, 404),
    )
    flushing.flush(web)
    transaction.commit()
    assert list(dict(tally.totals(web, VISITS)).values()) == [1]
    told = hub.visitor("hilde").get(f"{web.absolute_url()}/showroom/@@besuche").text
    assert re.search(r'Museumsscheune</a></th>\s*<td class="number">1</td>', told)
