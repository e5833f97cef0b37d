"""Imports run downwards only; the table below is the house."""

from pathlib import Path

import ast
import pytest
import re


SOURCE = Path(__file__).parent.parent / "src" / "kommunalhub"

#: What each folder may know besides itself; `testing` and the package root stand outside.
BELOW_PARTNERS = {"core", "lib", "security"}
BELOW_KIT = BELOW_PARTNERS | {"partners"}
BELOW_DOMAINS = BELOW_KIT | {"approvals", "booking", "notices", "search"}
DOMAINS = {
    *("coworking", "editorial", "funding", "materials", "network", "projects"),
    *("showroom", "support", "workshops"),
}
MAY_KNOW = {
    "lib": set(),
    "core": {"lib"},
    "security": {"core", "lib"},
    "partners": BELOW_PARTNERS,
    "approvals": BELOW_KIT,
    "search": BELOW_KIT,
    "booking": BELOW_KIT | {"approvals"},
    "notices": BELOW_KIT | {"approvals", "booking", "search"},
    **{domain: BELOW_DOMAINS for domain in DOMAINS},
    "site": BELOW_DOMAINS | DOMAINS,
    "upgrades": BELOW_DOMAINS | DOMAINS | {"site"},
}


def imported_folders(path):
    """Yield (line, folder) for each import of ours in the module, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = path.relative_to(SOURCE.parent).with_suffix("").parts[: -node.level]
            names = [".".join((*base, node.module or "x"))]
        elif isinstance(node, ast.ImportFrom) and node.module == "kommunalhub":
            names = [f"kommunalhub.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module]
        for name in names:
            parts = name.split(".")
            if parts[0] == "kommunalhub" and len(parts) > 1 and (SOURCE / parts[1]).is_dir():
                yield node.lineno, parts[1]


def folders():
    return sorted(p.name for p in SOURCE.iterdir() if (p / "__init__.py").is_file())


@pytest.mark.parametrize("folder", folders())
def test_imports_run_downwards(folder):
    assert folder in MAY_KNOW, f"{folder} has no place in the house yet"
    upwards = [
        f"{path.relative_to(SOURCE)}:{line} knows {other}"
        for path in sorted((SOURCE / folder).rglob("*.py"))
        for line, other in imported_folders(path)
        if other != folder and other not in MAY_KNOW[folder]
    ]
    assert upwards == []


def test_the_reader_sees_imports_of_every_form(tmp_path):
    module = SOURCE / "core" / "formatting.py"
    assert {folder for _line, folder in imported_folders(module)} == {"lib"}


def units(room):
    """Return {name: its modules} of what stands side by side in a room: folders, loose modules."""
    found = {}
    for path in (SOURCE / room).iterdir():
        if (path / "__init__.py").is_file():
            found[path.name] = sorted(path.rglob("*.py"))
        elif path.suffix == ".py" and path.stem != "__init__":
            found[path.stem] = [path]
    return found


def imported_units(room):
    """Return {folder or loose module of a room: those beside it that it imports}."""
    beside = units(room)
    known = {unit: set() for unit in beside}
    for unit, paths in beside.items():
        for path in paths:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom):
                    for alias in node.names:
                        parts = f"{node.module}.{alias.name}".split(".")
                        if parts[:2] == ["kommunalhub", room]:
                            known[unit] |= {parts[2]} & (beside.keys() - {unit})
    return known


def reached(known, start):
    """Return what can be reached from a unit."""
    found, todo = set(), set(known[start])
    while todo:
        found |= todo
        todo = {other for unit in todo for other in known[unit]} - found
    return found


def cycles(known):
    """Return the units that can be reached from themselves, sorted.

    >>> cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})
    ['a', 'b', 'c']
    """
    return sorted(unit for unit in known if unit in reached(known, unit))


@pytest.mark.parametrize("room", folders())
def test_folders_and_modules_of_a_room_know_each_other_one_way(room):
    assert cycles(imported_units(room)) == []


def test_a_way_round_is_found():
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c"]
    known = imported_units("approvals")
    assert known["browser"] >= {"answers", "operations"}
    assert known["operations"] >= {"case", "rules"}
    known["case"].add("clock")  # as if a case asked its clock by an import
    assert {"case", "clock"} <= set(cycles(known))


def drawn(text):
    """Return {node: (its units, nodes it points at)} of a mermaid flowchart, nodes by their ids.

    A node's units stand in its label before the colon, or are its id where it has no label.
    """
    nodes = {}
    for line in text.splitlines():
        ends = []
        for end in line.split("-->"):
            found = re.findall(r'(\w+)(?:\["([^"]*)"\])?(?=\s*(?:&|$))', end.strip())
            for name, label in found:
                units, _to = nodes.setdefault(name, ({name}, set()))
                if label:
                    shown = label.partition(":")[0].split(",")
                    nodes[name] = ({unit.strip().removesuffix(".py") for unit in shown}, _to)
            ends.append([name for name, _label in found])
        for above, below in zip(ends, ends[1:], strict=False):
            for name in above:
                nodes[name][1].update(below)
    return nodes


def test_a_drawing_is_read():
    assert drawn('a["x, y"] --> b["b: below"] & c\n  c --> d["d.py"]') == {
        "a": ({"x", "y"}, {"b", "c"}),
        "b": ({"b"}, set()),
        "c": ({"c"}, {"d"}),
        "d": ({"d"}, set()),
    }


def test_the_picture_of_the_approvals_shows_what_is_imported():
    page = (SOURCE.parents[1] / "docs/explanation/architecture.md").read_text(encoding="utf-8")
    nodes = drawn(re.search(r"```mermaid\nflowchart TB\n(.*?)```", page, re.DOTALL)[1])
    known = imported_units("approvals")
    place = {unit: name for name, (units_, _to) in nodes.items() for unit in units_}
    assert place.keys() == known.keys()
    below = {name: to for name, (_units, to) in nodes.items()}
    assert cycles(below) == []
    missing = [
        f"{unit} knows {other}"
        for unit, others in known.items()
        for other in others
        if place[unit] != place[other] and place[other] not in reached(below, place[unit])
    ]
    assert missing == []
    real = {(place[unit], place[other]) for unit, others in known.items() for other in others}
    assert [(name, to) for name in below for to in below[name] if (name, to) not in real] == []
