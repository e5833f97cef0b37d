"""Imports run downwards only; the table below is the house."""

from pathlib import Path

import ast
import pytest


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
    """Return the folders of a room that stand beside each other."""
    return {path.name for path in (SOURCE / room).iterdir() if (path / "__init__.py").is_file()}


def imported_units(room):
    """Return {folder of a room: the folders beside it that it imports}."""
    known = {unit: set() for unit in units(room)}
    for unit, others in known.items():
        for path in (SOURCE / room / unit).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom):
                    for alias in node.names:
                        parts = f"{node.module}.{alias.name}".split(".")
                        if parts[:2] == ["kommunalhub", room]:
                            others |= {parts[2]} & (known.keys() - {unit})
    return known


def cycles(known):
    """Return the folders that can be reached from themselves, sorted.

    >>> cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})
    ['a', 'b', 'c']
    """

    def reached(start):
        found, todo = set(), set(known[start])
        while todo:
            found |= todo
            todo = {other for unit in todo for other in known[unit]} - found
        return found

    return sorted(unit for unit in known if unit in reached(unit))


@pytest.mark.parametrize("room", folders())
def test_folders_of_a_room_know_each_other_one_way(room):
    assert cycles(imported_units(room)) == []


def test_a_way_round_is_found():
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c"]
    assert imported_units("approvals")["browser"] >= {"answers", "conversation"}
