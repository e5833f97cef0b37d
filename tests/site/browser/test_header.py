"""Header and footer: where one can go from here."""

from kommunalhub.security import mails
from kommunalhub.site.browser import navigation
from plone import api

import pytest
import re


def links(html):
    """Return {text: (address, aria-current)} of the links in a piece of HTML."""
    found = {}
    for attributes, text in re.findall(r"<a\b([^>]*)>(.*?)</a>", html, re.S):
        words = " ".join(re.sub(r"<[^>]+>", " ", text).split())
        href = re.search(r'href="([^"]*)"', attributes)[1]
        current = re.search(r'aria-current="([^"]*)"', attributes)
        found[words] = (href, current[1] if current else None)
    return found


def test_sections_are_the_folders_one_may_see(portal, page, office):
    with office():
        api.content.create(portal, "Folder", "geheim", title="Noch geheim")
        hidden = api.content.create(portal, "Folder", "still", title="Ohne Reiter")
        hidden.exclude_from_nav = True
        hidden.reindexObject()
        api.content.transition(hidden, to_state="public")
    found = links(page("hub-header"))
    assert {"Förderung", "Workshops", "Co-Working", "Partner"} <= set(found)
    assert not {"Noch geheim", "Ohne Reiter", "Impressum"} & set(found)


def test_section_one_is_in_is_marked(portal, page):
    assert links(page("hub-header", portal["foerderung"]))["Förderung"][1] == "page"
    below = links(page("hub-header", portal["foerderung"]["programme"]))
    assert below["Förderung"][1] == "true"
    assert below["Co-Working"][1] is None


def test_visitors_can_sign_in_but_have_no_cases(page):
    found = links(page("hub-header"))
    assert "Anmelden" in found
    assert "Meine Vorgänge" not in found


@pytest.mark.parametrize("can_send", [True, False])
def test_registration_is_offered_only_where_its_mail_goes_out(page, monkeypatch, can_send):
    monkeypatch.setattr(mails, "can_send", lambda: can_send)
    assert ("Registrieren" in links(page("hub-header"))) is can_send


def test_person_has_name_menu_and_count(page, person, monkeypatch):
    monkeypatch.setattr("kommunalhub.site.browser.header.inbox_count", lambda: 3)
    person("anna", fullname="Anna <Ahoi>")
    html = page("hub-header")
    assert "Anna &lt;Ahoi&gt;" in html
    assert "3 offen" in html
    found = links(html)
    assert {"Profil", "Passwort ändern", "Abmelden"} <= set(found)
    assert not {"Anmelden", "Konfiguration der Website"} & set(found)


def test_no_count_when_nothing_waits(page, person):
    person("anna")
    assert 'class="count"' not in page("hub-header")


def test_footer_links_only_pages_that_are_there(portal, page, office):
    with office():
        api.content.transition(portal["datenschutz"], "retract")
    found = links(page("hub-footer"))
    assert {"Impressum", "Barriere melden"} <= set(found)
    assert "Datenschutz" not in found
    assert "dataport.kommunal" in page("hub-footer")


def test_a_new_section_is_there_at_once(portal, office, reading):
    assert "Neues Feld" not in [place.title for place in navigation.places()]
    with office():
        folder = api.content.create(portal, "Folder", "feld", title="Neues Feld")
        api.content.transition(folder, to_state="public")
    reading()
    assert "Neues Feld" in [place.title for place in navigation.places()]
    with office():
        api.content.transition(folder, "retract")
    reading()
    assert "Neues Feld" not in [place.title for place in navigation.places()]


def test_each_person_has_places_of_their_own(portal, office, reading):
    with office():
        api.content.create(portal, "Folder", "geheim", title="Noch geheim")
        reading()
        assert "Noch geheim" in [place.title for place in navigation.places()]
    reading()
    assert "Noch geheim" not in [place.title for place in navigation.places()]


def test_header_and_footer_ask_once(portal, page, reading, monkeypatch):
    asked = []
    monkeypatch.setattr(navigation, "places_of", lambda *args: asked.append(args) or [])
    reading()
    page("hub-header"), page("hub-footer")
    assert len(asked) == 1


def test_search_field_asks_the_search_page_without_a_script(portal, page):
    html = page("hub-header")
    field = re.search(r'<form class="find".*?</form>', html, re.S).group()
    assert f'action="{portal.absolute_url()}/@@search"' in field
    assert 'method="get"' in field
    assert re.search(r'<label[^>]*for="find"', field)
    shown = re.search(r"<input[^>]*>", field).group()
    assert 'name="q"' in shown
    assert f'data-suggest="{portal.absolute_url()}/@@ajax-search"' in shown
    assert "suggest.js?v=" in html


def test_search_page_has_one_field(portal, page):
    view = api.content.get_view("search", portal, portal.REQUEST)
    portal.REQUEST.set("PUBLISHED", view)
    html = page("hub-header")
    assert 'class="find"' not in html
    assert "suggest.js" not in html
    assert links(html)["Suche"][1] == "page"
