"""A page begun from an outline: with gaps, and kept back until they are filled."""

from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import decide
from kommunalhub.editorial.checks import operations as checks
from kommunalhub.editorial.writing.outlines import operations
from plone import api
from plone.app.textfield.value import RichTextValue
from zExceptions import NotFound
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


def chosen(title="Leistungsbeschreibung"):
    return next(one.UID for one in operations.outlines() if one.Title == title)


def test_a_page_from_an_outline_is_kept_back_until_its_gaps_are_filled(area):
    with api.env.adopt_user(username="rolf"):
        page = operations.begin(area, chosen(), "Hund anmelden")
        gaps = [one for one in checks.findings_of(page) if one.rule == "gap"]
        assert [gap.place for gap in gaps][:2] == ["", "Wer kann das beantragen?"]
        with pytest.raises(NotAllowed, match="Lücke|gap"):
            decide(page, "submit", "")
        filled = page.text.raw.replace("<mark>[", "").replace("]</mark>", "")
        page.text = RichTextValue(filled, "text/html", "text/x-html-safe")
        notify(ObjectModifiedEvent(page))
        decide(page, "submit", "")
    assert api.content.get_state(page) == "pending"


def test_the_outlines_themselves_are_accessible_and_stay_as_the_hub_made_them(portal):
    with api.env.adopt_user(username="hanna"):
        found = [one.getObject() for one in operations.outlines()]
        titles = ["Leistungsbeschreibung", "Ansprechperson", "Anleitung"]
        assert [one.title for one in found] == titles
        assert [checks.findings_of(one) for one in found] == [[], [], []]
        portal["vorlagen"].manage_delObjects([found[2].getId()])
    operations.ensure_outlines(portal)
    with api.env.adopt_user(username="rolf"):
        assert len(operations.outlines()) == 2


def test_an_outline_that_the_hub_writes_is_offered_once_it_is_released(portal, area):
    with api.env.adopt_user(username="hanna"):
        made = api.content.create(portal["vorlagen"], "Document", title="Formular")
    with api.env.adopt_user(username="rolf"):
        assert "Formular" not in [one.Title for one in operations.outlines()]
        with pytest.raises(KeyError):
            operations.begin(area, made.UID(), "Antrag")


def test_the_form_is_there_where_pages_may_be_written(portal, area, page):
    html = page("rolf", area, "aus-vorlage")
    assert "Leistungsbeschreibung: was jemand" in html
    for who, place in (("rolf", portal["vorlagen"]), ("mia", area)):
        with pytest.raises(NotFound):
            page(who, place, "aus-vorlage")
