"""Names in addresses and forms: those of docs/reference/parameters.md, and no others."""

from ast import Call
from ast import Compare
from ast import Constant
from ast import parse
from ast import Subscript
from ast import unparse
from ast import walk
from lxml import html
from pathlib import Path

import kommunalhub
import re


SOURCE = Path(kommunalhub.__file__).parent
PAGE = Path(__file__).parent.parent / "docs" / "reference" / "parameters.md"
CONTROLS = {"button", "input", "select", "textarea"}
#: What views ask for a value of the form.
READERS = ("form.get", "form.pop", ".field", "._field", "._one_of")
#: Names in addresses that are not ours.
OTHERS = {"search", "subject"}  # of a PDF that a browser shows, of mailto:
IN_ADDRESS = r"(?<!\()[?&](?:amp;)?([A-Za-z_][\w-]*)="


def listed():
    return set(re.findall(r"`([\w.-]+)`", _names_of(PAGE.read_text(encoding="utf-8"))))


def _names_of(text):
    """Return the first column of the table, and the list below it."""
    table, sent = text.split("## Sent by forms")
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return "\n".join([*rows, sent])


def in_templates():
    """Yield the names of all controls, and those in addresses; not what a view names."""
    for path in SOURCE.rglob("*.pt"):
        text = path.read_text(encoding="utf-8")
        for control in html.fromstring(text).iter(*CONTROLS):
            name = control.get("name") or ""
            if name and "${" not in name:
                yield name.removesuffix(":list")
        yield from re.findall(IN_ADDRESS, text)


def in_views():
    """Yield the names that views ask for, and those of addresses they make."""
    for path in SOURCE.rglob("*.py"):
        if "restapi" in path.parts or path.name == "restapi.py" or path.name == "formernames.py":
            continue
        text = path.read_text(encoding="utf-8")
        for node in walk(parse(text)):
            asked = _asked(node)
            if isinstance(asked, Constant) and isinstance(asked.value, str):
                yield asked.value
            if isinstance(node, Constant) and isinstance(node.value, str) and node.value != text:
                yield from re.findall(IN_ADDRESS, node.value)


def _asked(node):
    if isinstance(node, Call) and node.args and unparse(node.func).endswith(READERS):
        return node.args[0]
    if isinstance(node, Subscript) and unparse(node.value).endswith("request.form"):
        return node.slice
    if isinstance(node, Compare) and unparse(node.comparators[0]).endswith("request.form"):
        return node.left
    return None


def facets():
    """Return the names of all filters of the search, as they are registered."""
    return {
        name
        for path in SOURCE.rglob("*.zcml")
        for utility in re.findall(r"<utility\b[^>]*>", path.read_text(encoding="utf-8"))
        if "interfaces.IFacet" in utility
        for name in re.findall(r'\bname="(\w+)"', utility)
    }


def test_all_names_are_listed():
    found = {*in_templates(), *in_views()} - OTHERS
    assert len(found) > 60
    assert found - listed() - facets() == set()


def test_what_is_listed_is_used():
    """By its name at least: a view may ask for several in one line."""
    assert listed() - {*in_templates(), *in_views(), *named()} == set()


def named():
    """Return all texts of the code that could be names."""
    return {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in walk(parse(path.read_text(encoding="utf-8")))
        if isinstance(node, Constant) and isinstance(node.value, str) and node.value.isidentifier()
    }


def test_a_filter_of_the_search_is_no_parameter_of_a_page():
    assert len(facets()) > 5
    assert listed() & facets() == {"partner"}
