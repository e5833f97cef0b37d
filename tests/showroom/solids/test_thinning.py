"""What becomes of an object that is made smaller: no site needed."""

from io import BytesIO
from kommunalhub.showroom.solids import rules
from kommunalhub.showroom.solids.program.__main__ import shrunk
from kommunalhub.showroom.solids.program.__main__ import SIDE
from kommunalhub.showroom.solids.surfaces import Whole
from kommunalhub.showroom.solids.thinning import thinned
from kommunalhub.showroom.solids.thinning import written
from PIL import Image
from showroom.solids.objects import ball
from showroom.solids.objects import glb

import json
import math
import pytest


ROWS = 40


@pytest.fixture(scope="module")
def whole():
    return ball(ROWS)


@pytest.fixture(scope="module")
def small(whole):
    return thinned(whole, shrunk, most=2_000)


def read(data):
    """Return the Whole of a GLB and the attributes of its first surface."""
    made = Whole(*rules.unpacked(data))
    return made, made.primitives()[0]


def test_it_comes_through_the_gate_with_fewer_triangles(whole, small):
    assert rules.examined(whole).triangles == 4 * ROWS**2
    facts = rules.examined(small)
    assert 500 < facts.triangles <= 2_000 and facts.size < len(whole) / 2


def test_its_shape_stays(small):
    made, primitive = read(small)
    places = made.values(primitive["attributes"]["POSITION"]).numbers(made.binary)
    assert all(math.isclose(math.hypot(*place), 1, abs_tol=1e-5) for place in places)
    told = made.document["accessors"][primitive["attributes"]["POSITION"]]
    axes = list(zip(*places, strict=True))
    assert (told["min"], told["max"]) == ([min(one) for one in axes], [max(one) for one in axes])
    indices = made.values(primitive["indices"]).numbers(made.binary)
    seen = [tuple(places[at] for (at,) in indices[n : n + 3]) for n in range(0, len(indices), 3)]
    assert all(len(set(corners)) == 3 for corners in seen)
    # it is closed: each edge belongs to two triangles or more
    edges = {}
    for corners in seen:
        for one, other in zip(corners, corners[1:] + corners[:1], strict=True):
            key = tuple(sorted((one, other)))
            edges[key] = edges.get(key, 0) + 1
    assert sum(count == 1 for count in edges.values()) < len(edges) / 50


def test_what_a_corner_has_stays_with_it(small):
    made, primitive = read(small)
    found = [
        made.values(primitive["attributes"][name]).numbers(made.binary)
        for name in ("POSITION", "NORMAL", "TEXCOORD_0")
    ]
    for place, normal, (u, v) in zip(*found, strict=True):
        assert math.dist(place, normal) < 0.35
        assert abs(math.cos(math.pi * v) - place[1]) < 0.3 and 0 <= u <= 1


def test_pictures_in_it_become_small():
    target = BytesIO()
    Image.effect_noise((1024, 512), 80).convert("RGB").save(target, "PNG")
    made, _primitive = read(thinned(ball(8, picture=target.getvalue()), shrunk))
    [image] = made.document["images"]
    start, size, _stride = made.views[image["bufferView"]]
    with Image.open(BytesIO(made.binary[start : start + size])) as picture:
        assert (picture.size, picture.format) == ((SIDE, SIDE // 2), "JPEG")
    assert image["mimeType"] == "image/jpeg"


def test_what_would_not_be_smaller_is_left(whole):
    assert thinned(glb(), shrunk) is None
    assert thinned(whole, shrunk, most=10**6) is None


def test_what_moves_by_itself_keeps_its_triangles():
    document, binary = rules.unpacked(ball(8))
    text = json.dumps(document).replace(
        '"indices": 3', '"indices": 3, "targets": [{"POSITION": 0}]'
    )
    moving = Whole(json.loads(text), binary)
    made = written(moving, 0.1, shrunk)
    assert rules.examined(made).triangles == 4 * 8**2
    [primitive] = read(made)[0].primitives()
    assert primitive["targets"] == [{"POSITION": primitive["attributes"]["POSITION"]}]
