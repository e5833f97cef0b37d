"""The gate for GLB: what comes in, what does not and why, and that it never does anything else."""

from hypothesis import example
from hypothesis import given
from hypothesis import strategies
from kommunalhub.showroom.solids import rules
from kommunalhub.showroom.solids import validation
from kommunalhub.showroom.solids.values import Refused
from showroom.solids.objects import container
from showroom.solids.objects import DOCUMENT
from showroom.solids.objects import glb
from showroom.solids.objects import jpeg
from showroom.solids.objects import PLACES
from showroom.solids.objects import png

import json
import pytest
import struct


def reason(data):
    with pytest.raises(Refused) as refused:
        rules.examined(data)
    assert validation.sentence(refused.value).default
    return refused.value.reason


def test_a_triangle_comes_in():
    facts = rules.examined(glb())
    assert (facts.triangles, facts.textures, facts.texture_side) == (1, 0, 0)
    assert not facts.is_heavy


@pytest.mark.parametrize(("picture", "kind"), [(png(2048), "image/png"), (jpeg(64), "image/jpeg")])
def test_pictures_in_it_are_measured(picture, kind):
    facts = rules.examined(glb(picture=picture, kind=kind))
    assert (facts.textures, facts.texture_side) == (1, 2048 if kind == "image/png" else 64)


PRIMITIVE = ("meshes", 0, "primitives", 0)
DEEP = b'{"a":' * 60 + b"1" + b"}" * 60


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "none"),
        (b"PK\x03\x04 a zip", "none"),
        (b"glTF", "cut"),
        (glb()[:-4], "cut"),
        (glb().replace(b"glTF\x02", b"glTF\x01", 1), "version"),
        (glb([(("asset", "version"), "1.0")]), "version"),
        (container(b"{}"), "version"),
        (container(b"[]"), "broken"),
        (container(DEEP), "deep"),
        (container(b'{"a": NaN}'), "broken"),
        (container(b'{"a": ' + b"1" * 5000 + b"}"), "broken"),
        (container(b"\xff\xfe{}"), "broken"),
        (container(b"{}", b"x") + struct.pack("<II", 0, 0), "cut"),
        (glb([(("buffers", 0, "uri"), "scan.bin")]), "outside"),
        (glb([(("images",), [{"uri": "https://fremd.example/holz.png"}])]), "outside"),
        (glb([(("images",), [{"uri": "data:image/png;base64,AA"}])]), "outside"),
        (glb([(("buffers",), [{"byteLength": 36}, {"byteLength": 4}])]), "outside"),
        (glb([(("extensions",), {"X": {"uri": "a"}})]), "outside"),
        (glb([(("extensionsRequired",), ["KHR_draco_mesh_compression"])]), "packed"),
        (glb([(("extensionsUsed",), ["EXT_meshopt_compression"])]), "packed"),
        (glb([(("extensionsUsed",), ["KHR_texture_basisu"])]), "packed"),
        (glb([(("extensionsUsed",), ["FREMD_shader"])]), "extension"),
        (glb([(("extensionsUsed",), "KHR_materials_ior")]), "broken"),
        (glb([(("buffers", 0, "byteLength"), 900)]), "cut"),
        (glb([(("bufferViews", 0, "byteLength"), 40)]), "cut"),
        (glb([(("accessors", 0, "count"), 4)]), "cut"),
        (glb([(("accessors", 0, "count"), True)]), "broken"),
        (glb([(("accessors", 0, "type"), ["VEC3"])]), "broken"),
        (glb([(("accessors", 0, "sparse"), {})]), "broken"),
        (glb([(("meshes",), [])]), "broken"),
        (glb([(("meshes",), []), (("nodes",), [])]), "empty"),
        (glb([((*PRIMITIVE, "mode"), 0)]), "empty"),
        (glb([((*PRIMITIVE, "attributes", "NORMAL"), 7)]), "broken"),
        (glb([(("nodes",), [{"children": [1]}, {"children": [0]}])]), "broken"),
        (glb([(("nodes",), [{"children": [1]}, {}, {"children": [1]}])]), "broken"),
        (glb([(("nodes",), [{}] * 6000)]), "many"),
        (glb(picture=png(2049)), "texture_large"),
        (glb(picture=jpeg(4096), kind="image/jpeg"), "texture_large"),
        (glb(picture=png(), kind="image/jpeg"), "texture_broken"),
        (glb(picture=png(0)), "texture_broken"),
        (glb(picture=png(), kind="image/webp"), "texture_kind"),
    ],
)
def test_why_a_file_does_not_come_in(data, why):
    assert reason(data) == why


def test_a_file_that_is_too_large_is_not_even_read():
    class Large(bytes):
        def __len__(self):
            return rules.MOST_BYTES + 1

    assert reason(Large(b"glTF")) == "large"


def test_too_many_triangles_are_counted_without_drawing_them():
    count = rules.MOST_CORNERS + 1
    changes = [(("accessors", 0, "count"), count), (("accessors", 0, "bufferView"), 0)]
    data = glb([*changes, (("bufferViews", 0, "byteStride"), 0)])
    assert reason(data) == "cut"
    document = json.loads(json.dumps(DOCUMENT))
    document["accessors"][0] = {"componentType": 5126, "count": count, "type": "VEC3"}
    assert reason(container(json.dumps(document).encode(), PLACES)) == "many"


def test_notes_of_programs_may_name_addresses():
    assert rules.examined(glb([(("asset", "extras"), {"uri": "https://woher.example"})]))


NAMES = strategies.sampled_from([*DOCUMENT, "uri", "mesh"])
VALUES = strategies.recursive(
    strategies.none() | strategies.booleans() | strategies.integers() | strategies.text(max_size=8),
    lambda inner: (
        strategies.lists(inner, max_size=3) | strategies.dictionaries(NAMES, inner, max_size=3)
    ),
    max_leaves=8,
)
PATHS = strategies.sampled_from(
    [
        *((name,) for name in DOCUMENT),
        *((name, 0) for name in DOCUMENT if isinstance(DOCUMENT[name], list)),
        *(("accessors", 0, name) for name in ("count", "type", "componentType", "bufferView")),
        *(("bufferViews", 0, name) for name in ("buffer", "byteLength", "byteOffset")),
        (*PRIMITIVE, "attributes"),
        (*PRIMITIVE, "indices"),
        ("nodes", 0, "children"),
        ("images",),
        ("extensionsUsed",),
    ]
)


def comes_in_or_is_refused(data):
    try:
        return rules.examined(data)
    except Refused as refused:
        assert refused.reason in validation.SENTENCES
        return None


@given(PATHS, VALUES)
@example(("nodes", 0), {"children": [0]})
def test_whatever_a_document_says_it_comes_in_or_is_refused(path, value):
    comes_in_or_is_refused(glb([(path, value)]))


@given(strategies.data())
def test_whatever_bytes_are_changed_it_comes_in_or_is_refused(data):
    sent = bytearray(glb(picture=jpeg(64), kind="image/jpeg"))
    for _ in range(data.draw(strategies.integers(1, 5))):
        at = data.draw(strategies.integers(0, len(sent) - 1))
        sent[at] = data.draw(strategies.integers(0, 255))
    cut = data.draw(strategies.integers(0, len(sent)))
    comes_in_or_is_refused(bytes(sent[:cut] if cut % 3 == 0 else sent))


@given(strategies.binary(max_size=300))
def test_whatever_is_sent_it_comes_in_or_is_refused(sent):
    comes_in_or_is_refused(sent)
    comes_in_or_is_refused(container(sent, sent))
