"""Films and livestreams over REST; see test_http_examples.py."""

from base64 import b64encode
from docs.test_http_examples import walk  # noqa: F401
from plone import api
from plone.dexterity.utils import createContentInContainer

import transaction


CAPTIONS = b"WEBVTT\n\nSTYLE\n@import url(https://fremd.example/stil.css);\n"
LIVE = {
    "live_start": "2027-01-15T18:00:00Z",
    "live_end": "2027-01-15T20:00:00Z",
    "live_url": "https://live.example.org/saal/index.m3u8",
    "live_captions": "none",
}


def file(data, name):
    return {"data": b64encode(data).decode(), "encoding": "base64", "filename": name}


def test_a_film_and_a_livestream_over_rest(walk):  # noqa: F811
    folder = api.portal.get()["showroom"]
    with api.env.adopt_user(username="malente-redaktion"):
        made = createContentInContainer(folder, "Exhibit", title="Konzert im Kurpark", kind="live")
    transaction.commit()
    path = f"/showroom/{made.getId()}"
    film = {
        "@type": "Film",
        "title": "Konzert im Kurpark",
        "file": file(b"\0\0\0\x18ftypisom kein Film", "konzert.mp4"),
        "captions": file(CAPTIONS, "konzert.vtt"),
        "later_until": "2027-01-29",
    }
    wrong = walk("film_wrong", "malente-redaktion", "POST", path, film)
    assert wrong.status_code == 400
    for field in ("file", "captions", "later_reason"):
        assert f"'{field}'" in wrong.json()["message"]
    strange = walk("live_host", "malente-redaktion", "PATCH", path, LIVE)
    assert strange.status_code == 400
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("kommunalhub.security.live_hosts", ("live.example.org",))
    transaction.commit()
    assert walk("live_set", "malente-redaktion", "PATCH", path, LIVE).status_code == 204
    assert walk.differing == []
