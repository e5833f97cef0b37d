"""Text blocks of pages: each administration has its own, offered where its pages are written."""

from kommunalhub.core.textblocks import operations
from kommunalhub.core.textblocks.shelves import shelf_at
from kommunalhub.editorial.writing.blocks.shelf import area_with_blocks
from plone import api
from zExceptions import NotFound

import pytest


@pytest.fixture
def block(area):
    """A text block of Malente."""
    values = {"title": "So erreichen Sie uns", "text": "Zimmer [Zimmer]", "topics": {"contact"}}
    with api.env.adopt_user(username="rolf"):
        return operations.save(shelf_at(area), None, values)


def test_each_administration_has_its_own(portal, area, block, page):
    html = page("rolf", area, "textbausteine")
    assert "So erreichen Sie uns" in html and "Kontakt und Öffnungszeiten" in html
    assert "Zimmer [Zimmer]" in page("rolf", area, "textblocks-while-typing", q="erreichen")
    for who in ("lea", "mia"):
        with pytest.raises(NotFound):
            page(who, area, "textbausteine")
    other = portal["partner"]["lensahn"]
    assert shelf_at(other).key != shelf_at(area).key
    assert operations.blocks(shelf_at(other)) == []
    assert operations.blocks(shelf_at(area)) == [block]


def test_they_are_offered_to_who_writes_in_the_area(portal, area, write):
    made = write("Document", "Sperrmüll", submit=False)
    for who, found in (("rolf", area), ("lea", None), ("mia", None)):
        with api.env.adopt_user(username=who):
            assert area_with_blocks(made) == found, who
    with api.env.adopt_user(username="rolf"):
        assert area_with_blocks(portal) is None
