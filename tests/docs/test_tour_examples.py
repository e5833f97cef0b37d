"""What makers of tours do over REST; see test_http_examples.py."""

from docs.test_http_examples import walk  # noqa: F401
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID

import transaction


EDITOR = "malente-redaktion"


def test_a_tour_over_rest(walk):  # noqa: F811
    transaction.begin()
    showroom = api.portal.get()["showroom"]
    with api.env.adopt_user(username=EDITOR):
        title = "Rundgang durch eine Museumsscheune"
        exhibit = createContentInContainer(showroom, "Exhibit", title=title, kind="tour")
        words = "Sie stehen auf dem Pflaster. Vor Ihnen liegt die Scheune mit dem großen Tor."
        yard = createContentInContainer(exhibit, "Scene", title="Der Hof", alternative=words)
    transaction.commit()
    tour = f"/showroom/{exhibit.getId()}"
    hall = {
        "@type": "Scene",
        "title": "Die Diele",
        "description": "Wagen, Herdstelle, Gebälk",
        "alternative": "Sie stehen in der Diele. Vor Ihnen steht ein Wagen.",
        "credits": "Digital Hub",
        "licence": "cc_by",
    }
    assert walk("scene_new", EDITOR, "POST", tour, hall).status_code == 201
    scene = f"{tour}/die-diele"
    way = {
        "target": IUUID(yard),
        "yaw": -90,
        "pitch": 0,
        "words": "Links durch das Tor in den Hof",
        "step_free": True,
        "note": "etwa acht Schritte, breiter als zwei Rollstühle",
    }
    cart = {
        "title": "Der Wagen",
        "text": "Die Räder sind mit Eisen beschlagen.",
        "yaw": 10,
        "pitch": -10,
    }
    points = {"ways": [way], "details": [cart]}
    assert walk("scene_points", EDITOR, "PATCH", scene, points).status_code == 204
    wrong = walk("scene_wrong", EDITOR, "PATCH", scene, {"ways": [{**way, "yaw": 400}]})
    assert wrong.status_code == 400
    told = walk("tour", EDITOR, "GET", f"{tour}/@tour").json()
    assert [one["title"] for one in told["items"]] == ["Der Hof", "Die Diele"]
    assert {one["code"] for one in told["problems"]} >= {"unreachable", "unpictured"}
    assert walk.differing == []
