"""Every table has a name: somebody who only hears the page tells one from the other by it."""

from lxml import html
from pathlib import Path

import kommunalhub


ROOT = Path(kommunalhub.__file__).parent


def nameless(template):
    """Return the lines of tables without a caption or a label in a template."""
    tree = html.fromstring(template.read_bytes())
    return [
        table.sourceline
        for table in tree.iter("table")
        if not table.xpath("caption")
        and not {"aria-label", "aria-labelledby"} & set(table.attrib)
        and table.get("role") != "presentation"
    ]


def test_every_table_has_a_name():
    templates = [each for each in ROOT.rglob("*.pt") if "/letters/" not in str(each)]
    found = {str(each.relative_to(ROOT)): nameless(each) for each in templates}
    assert len(found) > 100
    assert {name: lines for name, lines in found.items() if lines} == {}
