"""Scenes as they are stored, what is done with them, and what the exhibit says of them."""

from kommunalhub.showroom import gaps
from kommunalhub.showroom import operations as showroom
from kommunalhub.showroom.panoramas import state
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import operations
from people import brain
from plone.indexer.interfaces import IIndexer
from plone.uuid.interfaces import IUUID
from showroom.tours.conftest import populate_waiting
from staging import staged
from zope.component import getMultiAdapter

import pytest


populated = staged(populate_waiting)


def ids(exhibit):
    return [scene.getId() for scene in graph.scenes_of(exhibit)]


def test_a_whole_tour_is_published(tour, hub):
    assert gaps.gaps_of(tour) == []
    hub.bring_to(tour, "public")


def test_scenes_are_told_in_an_order_that_one_changes(tour, hub):
    assert ids(tour) == ["der-hof", "die-diele", "die-stube"]
    with hub.As("anna"):
        hub.add_picture(tour)  # other media may lie between them
        loft = hub.add_scene(tour, "Der Dachboden")
        showroom.move(loft, -1)
        assert ids(tour) == ["der-hof", "die-diele", "der-dachboden", "die-stube"]
        showroom.move(tour["der-hof"], 1)
        showroom.move(tour["die-diele"], -1)  # it is the first already
    assert ids(tour) == ["die-diele", "der-hof", "der-dachboden", "die-stube"]


def test_two_scenes_are_linked_both_ways_or_not_at_all(tour, hub):
    hall = tour["die-diele"]
    loft = hub.add_scene(tour, "Der Dachboden")
    before = (list(hall.ways), list(loft.ways))
    with hub.As("anna"):
        with pytest.raises(operations.Wrong) as wrong:
            operations.link(hall, {"yaw": 120, "pitch": 40}, loft, {"yaw": 999, "pitch": 0})
        assert set(wrong.value.errors) == {"back_yaw"}
        assert (list(hall.ways), list(loft.ways)) == before
        operations.link(hall, {"yaw": 120, "pitch": 40}, loft, {"yaw": 0, "pitch": -60})
        operations.link(hall, {"yaw": 120, "pitch": 40}, loft, {"yaw": 0, "pitch": -60})
    assert [way["target"] for way in hall.ways].count(IUUID(loft)) == 1
    assert [way["target"] for way in loft.ways] == [IUUID(hall)]


def test_points_are_changed_and_taken_off_by_their_id(tour, hub):
    hall = tour["die-diele"]
    with hub.As("anna"):
        values = {"title": "Das Gebälk", "text": "Schwarz vom Rauch.", "yaw": 0, "pitch": 60}
        made = operations.put(hall, "detail", values)
        assert made.id == "d3"
        operations.put(hall, "detail", {**values, "title": "Die Balken"}, "d3")
        operations.take_off(hall, "detail", "d1")
        operations.take_off(hall, "detail", "d1")
        assert [one["title"] for one in hall.details] == ["Die Herdstelle", "Die Balken"]
        with pytest.raises(operations.Wrong):
            operations.put(hall, "detail", values, "d1")


def test_a_way_leads_into_another_scene_of_the_same_tour(tour, portal, hub):
    elsewhere = hub.add_scene(hub.add_exhibit(portal, kind="tour", title="Mühle"), "Der Boden")
    hall = tour["die-diele"]
    for target in (IUUID(hall), IUUID(elsewhere), "gibt-es-nicht"):
        with hub.As("anna"), pytest.raises(operations.Wrong) as wrong:
            operations.put(hall, "way", {"target": target, "yaw": 0, "pitch": 0})
        assert set(wrong.value.errors) == {"target"}


def test_there_is_room_for_so_many_points(tour, hub):
    hall = tour["die-diele"]
    with hub.As("anna"):
        hall.details = [dict(hall.details[0], id=f"d{n}") for n in range(1, 21)]
        with pytest.raises(operations.Wrong):
            operations.put(hall, "detail", {"title": "Noch eins", "yaw": 1, "pitch": 1})


def test_two_scenes_are_not_half_linked_where_one_has_no_room(tour, hub):
    hall, yard = tour["die-diele"], tour["der-hof"]
    loft = hub.add_scene(tour, "Der Dachboden")
    with hub.As("anna"):
        hall.ways = [dict(hall.ways[0], id=f"w{n}", yaw=n) for n in range(1, 13)]
        with pytest.raises(operations.Wrong) as wrong:
            operations.link(loft, {"yaw": 0, "pitch": -60}, hall, {"yaw": 120, "pitch": 40})
        assert set(wrong.value.errors) == {"back_yaw"}
        operations.link(loft, {"yaw": 0, "pitch": -60}, yard, {"yaw": 120, "pitch": 40})
    assert [way["target"] for way in loft.ways] == [IUUID(yard)]


def test_deleting_a_scene_leaves_ways_of_which_the_exhibit_tells(tour, hub):
    with hub.As("anna"):
        tour.manage_delObjects(["die-stube"])
    found = gaps.gaps_of(tour)
    assert [(gap.path, gap.blocks) for gap in found] == [("die-diele/@@punkte#w2", True)]
    assert "Geradeaus in die Stube" in found[0].said.mapping["point"]


def test_a_tour_without_scenes_says_where_to_begin(portal, hub):
    empty = hub.add_exhibit(portal, kind="tour", title="Leer")
    assert [gap.path for gap in gaps.gaps_of(empty)] == ["@@rundgang-bearbeiten"]
    assert gaps.gaps_of(hub.add_exhibit(portal, kind="gallery", title="Bilder")) == []


def test_a_scene_is_never_told_missing_twice(portal, hub):
    exhibit = hub.add_exhibit(portal, kind="tour", title="Unfertig")
    hub.add_scene(exhibit, alternative="")
    assert sorted(gap.path for gap in gaps.gaps_of(exhibit)) == ["die-diele/edit"] * 2


def test_lists_know_how_long_a_tour_is_and_the_search_what_is_said_in_it(tour, portal):
    assert brain(tour).exhibit_facts["stops"] == 3
    assert brain(tour).exhibit_facts["minutes"] == 1
    hall = tour["die-diele"]
    words = getMultiAdapter((hall, portal.portal_catalog), IIndexer, name="SearchableText")()
    for said in ("Die Diele", "Wagen, Herdstelle", "mit Eisen beschlagen", "in die Stube"):
        assert said in words


def test_a_picture_that_could_not_be_cut_keeps_the_tour_back(tour):
    hall = tour["die-diele"]
    state.fail(hall, "", "broken")
    assert [(gap.path, gap.blocks) for gap in gaps.gaps_of(tour)] == [("die-diele/edit", True)]
