"""Pages of the showroom are kept for visitors, of all kinds alike, and none shows what is old."""

from showroom.films.clips import CAPTIONS
from showroom.films.test_film import add_film
from showroom.films.test_film import captions
from showroom.live.streams import add_live
from showroom.live.streams import HOST
from showroom.live.streams import HOUR
from showroom.live.streams import moved
from showroom.live.streams import name_host
from showroom.solids.test_solid import add_solid
from showroom.solids.test_solid import add_view
from showroom.tours.conftest import add_scene
from showroom.tours.conftest import have_ready
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.ramcache.interfaces.ram import IRAMCache

import pytest
import re
import transaction


FROM_MEMORY = "X-RAMCache"


@pytest.fixture(autouse=True)
def forgotten():
    """Nothing of other tests is in memory: their pages have the same addresses."""
    getUtility(IRAMCache).invalidateAll()
    yield
    getUtility(IRAMCache).invalidateAll()


@pytest.fixture
def seen(hub):
    """Return a function that opens a page as a visitor, and once more: its text, from memory."""

    def seen(thing):
        transaction.commit()
        url = thing.absolute_url()
        first = hub.visitor().get(url)
        assert first.status_code == 200 and FROM_MEMORY not in first.headers, url
        again = hub.visitor().get(url)
        assert again.headers[FROM_MEMORY], url
        policy = "Content-Security-Policy"
        assert again.headers[policy] == first.headers[policy]
        assert looks(again.text) == looks(first.text) != []
        return again.text

    return seen


def looks(page):
    return re.findall(r"<style\b.*?</style>", page, re.DOTALL)


def refused(hub, thing):
    transaction.commit()
    answer = hub.visitor().get(thing.absolute_url(), allow_redirects=False)
    return answer.status_code in (302, 401, 404) and FROM_MEMORY not in answer.headers


def edited(thing, **values):
    for name, value in values.items():
        setattr(thing, name, value)
    notify(ObjectModifiedEvent(thing))


def in_the_gallery(web, hub):
    exhibit = hub.add_exhibit(web)
    hub.add_picture(exhibit)
    return exhibit, exhibit


def in_a_film(web, hub):
    exhibit = hub.add_exhibit(web, kind="film")
    return exhibit, add_film(hub, exhibit)


def in_an_object(web, hub):
    exhibit = hub.add_exhibit(web, kind="solid")
    solid = add_solid(hub, exhibit)
    for title in ("Von oben", "Von vorn", "Von unten"):
        add_view(hub, solid, title=title)
    return exhibit, solid


def in_a_tour(web, hub):
    exhibit = hub.add_exhibit(web, kind="panorama")
    scene = add_scene(exhibit, pictured=True)
    have_ready(scene)
    return exhibit, scene


def live(web, hub):
    name_host(HOST)
    exhibit = add_live(web, 50 * HOUR)
    return exhibit, exhibit


@pytest.mark.parametrize("made", [in_the_gallery, in_a_film, in_an_object, in_a_tour, live])
def test_pages_of_all_kinds_are_kept_until_something_changes(web, hub, seen, made):
    exhibit, medium = made(web, hub)
    transaction.commit()
    assert refused(hub, exhibit) and refused(hub, medium)
    hub.bring_to(exhibit, "public")
    places = {exhibit.UID(): exhibit, medium.UID(): medium}.values()
    for place in places:
        assert "Neuer Titel" not in seen(place)
    edited(medium, title="Neuer Titel")
    for place in places:
        assert "Neuer Titel" in seen(place)
    edited(exhibit, title="Noch ein Titel")
    for place in places:
        assert "Noch ein Titel" in seen(place)  # above the medium, too
    hub.step(exhibit, "rita", "retract", "Begründung")
    for place in places:
        assert refused(hub, place)


def test_what_is_said_in_a_film_is_new_at_once(web, hub, seen):
    exhibit, film = in_a_film(web, hub)
    hub.bring_to(exhibit, "public")
    for place in (exhibit, film):
        assert "Hier mahlt niemand mehr." not in seen(place)
    said = f"{CAPTIONS.rstrip()}\n\n01:50.000 --> 01:58.000\nHier mahlt niemand mehr.\n"
    edited(film, captions=captions(said))
    for place in (exhibit, film):
        assert "Hier mahlt niemand mehr." in seen(place)


def test_another_view_of_an_object_is_there_at_once(web, hub, seen):
    exhibit, solid = in_an_object(web, hub)
    hub.bring_to(exhibit, "public")
    for place in (exhibit, solid):
        assert "Der Boden" not in seen(place)
    hub.step(exhibit, "rita", "retract", "Begründung")
    add_view(hub, solid, title="Der Boden")
    hub.bring_to(exhibit, "public")
    for place in (exhibit, solid):
        assert "Der Boden" in seen(place)


def test_a_livestream_says_what_is_true_at_the_moment(web, hub, seen):
    exhibit, _same = live(web, hub)
    hub.bring_to(exhibit, "public")
    assert "angekündigt" in seen(exhibit)
    moved(exhibit, -HOUR)
    assert "läuft jetzt" in seen(exhibit)
    moved(exhibit, -5 * HOUR)
    assert "Aufzeichnung folgt" in seen(exhibit)


def test_who_works_on_it_is_never_shown_the_kept_page(web, functional, hub, seen):
    for made in (in_a_film, in_an_object):
        exhibit, medium = made(web, hub)
        hub.bring_to(exhibit, "public")
        seen(medium)
        answer = hub.visitor("mia").get(medium.absolute_url())
        assert answer.status_code == 200 and FROM_MEMORY not in answer.headers
