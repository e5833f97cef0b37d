"""Whether a file is a 3D object that a browser can show by itself: the gate for GLB. Pure.

Source: glTF 2.0 Specification (Khronos), 4.4 binary glTF, 3.6 buffers and 3.8 textures. The gate
is narrower than the format: what would make a viewer ask another file or another host, or need a
decoder that is not here, does not come in.
"""

from dataclasses import dataclass
from kommunalhub.showroom.solids import textures
from kommunalhub.showroom.solids.values import a_number
from kommunalhub.showroom.solids.values import an_object
from kommunalhub.showroom.solids.values import chosen
from kommunalhub.showroom.solids.values import indexed
from kommunalhub.showroom.solids.values import objects
from kommunalhub.showroom.solids.values import parsed
from kommunalhub.showroom.solids.values import Refused
from kommunalhub.showroom.solids.values import walked

import struct


MEGABYTE = 1024 * 1024
#: The largest file, and the one from which on a phone is warned before it loads.
MOST_BYTES, HEAVY_BYTES = 40 * MEGABYTE, 5 * MEGABYTE
MOST_JSON = 2 * MEGABYTE
MOST_TRIANGLES, MOST_CORNERS, MOST_NODES = 1_000_000, 2_000_000, 5_000
MAGIC, VERSION = b"glTF", 2
JSON_PART, BINARY_PART = 0x4E4F534A, 0x004E4942
HEADER, PART_HEADER = 12, 8

#: What every viewer can do without help: properties of materials, light, how numbers are kept.
EXTENSIONS = frozenset(
    {
        *("KHR_lights_punctual", "KHR_mesh_quantization", "KHR_texture_transform"),
        *("KHR_materials_anisotropy", "KHR_materials_clearcoat", "KHR_materials_dispersion"),
        *("KHR_materials_emissive_strength", "KHR_materials_ior", "KHR_materials_iridescence"),
        *("KHR_materials_sheen", "KHR_materials_specular", "KHR_materials_transmission"),
        *("KHR_materials_unlit", "KHR_materials_volume"),
    }
)
#: What needs a decoder, with the name by which programs call it.
PACKED = {
    "KHR_draco_mesh_compression": "Draco",
    "EXT_meshopt_compression": "Meshopt",
    "KHR_meshopt_compression": "Meshopt",
    "KHR_texture_basisu": "KTX2/Basis",
}
#: Bytes of a number by its kind, numbers of a value by its kind.
SIZES = {5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}
#: glTF's modes of drawing that are surfaces, and how many triangles n corners make.
TRIANGLES, STRIPS = 4, (5, 6)


@dataclass(frozen=True)
class Facts:
    """What is known of a file that came in: bytes, triangles, sides of its largest texture."""

    size: int
    triangles: int
    textures: int
    texture_side: int

    @property
    def is_heavy(self) -> bool:
        return self.size > HEAVY_BYTES


def examined(data: bytes) -> Facts:
    """Return the facts of a GLB file; raise Refused for what is none, or none for here."""
    document, binary = unpacked(data)
    walked(document)
    check_extensions(document)
    check_buffers(document, binary)
    views = checked_views(document, len(binary))
    accessors = checked_accessors(document, views)
    check_nodes(document)
    triangles = triangles_of(document, accessors)
    sides = [
        textures.side_of(binary[start : start + size], kind)
        for start, size, kind in pictures_of(document, views)
    ]
    return Facts(len(data), triangles, len(sides), max(sides, default=0))


def unpacked(data: bytes) -> tuple[dict, bytes]:
    """Return (document, binary part) of the container."""
    if len(data) > MOST_BYTES:
        raise Refused("large", limit=MOST_BYTES // MEGABYTE)
    if data[:4] != MAGIC:
        raise Refused("none")
    if len(data) < HEADER:
        raise Refused("cut")
    version, length = struct.unpack_from("<II", data, 4)
    if version != VERSION:
        raise Refused("version")
    if length != len(data):
        raise Refused("cut")
    parts, at = [], HEADER
    while at < length:
        if len(parts) == 2 or at + PART_HEADER > length:
            raise Refused("broken")
        size, kind = struct.unpack_from("<II", data, at)
        at += PART_HEADER
        if size % 4 or at + size > length:
            raise Refused("cut")
        parts.append((kind, at, size))
        at += size
    kinds = [kind for kind, _at, _size in parts]
    if kinds not in ([JSON_PART], [JSON_PART, BINARY_PART]):
        raise Refused("broken")
    _kind, at, size = parts[0]
    if size > MOST_JSON:
        raise Refused("long")
    document = parsed(data[at : at + size])
    if len(parts) == 1:
        return document, b""
    _kind, at, size = parts[1]
    return document, data[at : at + size]


def check_extensions(document: dict) -> None:
    for name in ("extensionsUsed", "extensionsRequired"):
        named = document.get(name, [])
        if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
            raise Refused("broken")
        for one in named:
            if one in PACKED:
                raise Refused("packed", method=PACKED[one])
            if one not in EXTENSIONS:
                raise Refused("extension", name=one[:60])
    if an_object(document.get("asset", {})).get("version") != "2.0":
        raise Refused("version")


def check_buffers(document: dict, binary: bytes) -> None:
    """One buffer, which is the binary part; up to three bytes fill it up."""
    buffers = objects(document, "buffers")
    if len(buffers) > 1:
        raise Refused("outside")
    for buffer in buffers:
        size = a_number(buffer, "byteLength", least=1)
        if not 0 <= len(binary) - size <= 3:
            raise Refused("cut")


def checked_views(document: dict, available: int) -> list[tuple[int, int, int]]:
    """Return [(start, bytes, bytes from one value to the next)] of the parts of the buffer."""
    buffers, found = objects(document, "buffers"), []
    for view in objects(document, "bufferViews"):
        indexed(buffers, view, "buffer")
        start = a_number(view, "byteOffset", default=0)
        size = a_number(view, "byteLength", least=1)
        if start + size > available:
            raise Refused("cut")
        found.append((start, size, a_number(view, "byteStride", default=0, most=252)))
    return found


def checked_accessors(document: dict, views: list) -> list[int]:
    """Return how many values each accessor has; all of them lie within their part."""
    counts = []
    for accessor in objects(document, "accessors"):
        count = a_number(accessor, "count", least=1, most=MOST_CORNERS * 3)
        size, width = chosen(SIZES, accessor, "componentType"), chosen(WIDTHS, accessor, "type")
        if "sparse" in accessor:
            raise Refused("broken")
        if "bufferView" in accessor:
            _start, available, stride = indexed(views, accessor, "bufferView")
            offset = a_number(accessor, "byteOffset", default=0)
            if offset + (stride or size * width) * (count - 1) + size * width > available:
                raise Refused("cut")
        counts.append(count)
    return counts


def check_nodes(document: dict) -> None:
    """Each node hangs below one other at most, and none below itself."""
    nodes = objects(document, "nodes")
    if len(nodes) > MOST_NODES:
        raise Refused("many")
    above: dict[int, int] = {}
    for place, node in enumerate(nodes):
        if "mesh" in node:
            indexed(objects(document, "meshes"), node, "mesh")
        children = node.get("children", [])
        if not isinstance(children, list):
            raise Refused("broken")
        for child in children:
            is_place = isinstance(child, int) and not isinstance(child, bool)
            if not is_place or not 0 <= child < len(nodes) or child in above:
                raise Refused("broken")
            above[child] = place
    for place in range(len(nodes)):
        seen, at = 0, place
        while at in above:
            at, seen = above[at], seen + 1
            if seen > textures.DEEPEST:
                raise Refused("broken")


def triangles_of(document: dict, counts: list[int]) -> int:
    """Return how many triangles are drawn at most; raise Refused for none and for too many."""
    triangles = corners = 0
    for mesh in objects(document, "meshes"):
        for primitive in objects(mesh, "primitives"):
            attributes = an_object(primitive.get("attributes"))
            for name in attributes:
                indexed(counts, attributes, name)
            places = indexed(counts, attributes, "POSITION")
            drawn = indexed(counts, primitive, "indices") if "indices" in primitive else places
            corners += places
            mode = primitive.get("mode", TRIANGLES)
            if mode == TRIANGLES:
                triangles += drawn // 3
            elif mode in STRIPS:
                triangles += max(0, drawn - 2)
    if not triangles:
        raise Refused("empty")
    if triangles > MOST_TRIANGLES or corners > MOST_CORNERS:
        raise Refused("many", limit=MOST_TRIANGLES)
    return triangles


def pictures_of(document: dict, views: list) -> list[tuple[int, int, str]]:
    """Return [(start, bytes, media type)] of the pictures, all of which lie in the buffer."""
    found = []
    for image in objects(document, "images"):
        if "bufferView" not in image:
            raise Refused("outside")
        start, size, _stride = indexed(views, image, "bufferView")
        kind = image.get("mimeType")
        if kind not in textures.KINDS:
            raise Refused("texture_kind")
        found.append((start, size, kind))
    return found
