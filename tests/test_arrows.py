"""Imports run downwards only; the table below is the house."""

from pathlib import Path

import ast
import pytest


SOURCE = Path(__file__).parent.parent / "src" / "kommunalhub"

#: What each folder may know besides itself; `testing` and the package root stand outside.
BELOW_PARTNERS = {"core", "lib", "security"}
BELOW_KIT = BELOW_PARTNERS | {"partners"}
BELOW_DOMAINS = BELOW_KIT | {"approvals", "notices", "search"}
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
    "notices": BELOW_KIT | {"approvals", "search"},
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
