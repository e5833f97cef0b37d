"""One box says one thing: what a person can do now, then who else is asked."""

from kommunalhub.interfaces import IKommunalhubLayer
from lxml import html
from plone import api
from zope.globalrequest import getRequest
from zope.interface import alsoProvides

import pytest


def box(hub, case, who):
    """Return the box on the page of a case as one person sees it, and its text."""
    alsoProvides(getRequest(), IKommunalhubLayer)
    with hub.As(who):
        page = html.fromstring(api.content.get_view("view", case, getRequest())())
    [found] = page.cssselect("#entscheiden")
    return found, " ".join(found.text_content().split())


def open_forms(found):
    """Return the addresses of the forms that are not folded away."""
    return [
        form.get("action").rpartition("/")[2]
        for form in found.iter("form")
        if not any(parent.tag == "details" for parent in form.iterancestors())
    ]


@pytest.fixture
def collecting(hub, external):
    return hub.bring_to(external, "consent")


def test_who_is_asked_votes_first_and_is_told_nothing_else(hub, collecting):
    found, text = box(hub, collecting, "dora")
    assert text.startswith("Sie sind dran")
    assert "Bitte geben Sie die Stimme für dataport.kommunal ab." in text
    assert "Jetzt dran" not in text
    assert open_forms(found) == ["@@vote"]


def test_the_host_votes_too_and_finds_the_refusal_by_its_own_name(hub, collecting):
    found, text = box(hub, collecting, "otto")
    assert text.startswith("Sie sind dran")
    assert open_forms(found) == ["@@vote"]
    [folded] = [form for form in found.iter("form") if form.get("action").endswith("@@decide")]
    buttons = [button.text_content().strip() for button in folded.iter("button")]
    assert "Antrag endgültig ablehnen" in buttons
    choices = [label.text_content().strip() for label in found.cssselect("label.pick")]
    assert not set(choices) & set(buttons)
    assert "Nicht zustimmen, mit Begründung" in choices


def test_who_has_voted_reads_who_is_missing(hub, collecting):
    hub.vote(collecting, "dora", "approve")
    found, text = box(hub, collecting, "dora")
    assert text.startswith("Jetzt dran: Prüfung Oldenburg")
    assert "Stimme ändern" in text
    assert open_forms(found) == []


def test_a_group_that_empties_during_a_round_is_told(hub, collecting):
    warning = "Im Moment kann niemand handeln: Prüfung dataport.kommunal."
    assert warning not in box(hub, collecting, "otto")[1]
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="dataport-reviewers", username="dora")
    assert warning in box(hub, collecting, "otto")[1]
