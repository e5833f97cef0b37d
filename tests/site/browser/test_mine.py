"""Mein Hub as a person arranges it: by buttons, kept for them alone; the list of the first day."""

from kommunalhub.site.mine import operations
from kommunalhub.site.mine import storage
from lxml import html as lxml_html
from plone import api
from plone.app.testing import login
from plone.protect.authenticator import createToken
from zExceptions import Forbidden

import pytest


def headings(shown):
    found = lxml_html.fromstring(shown).cssselect("main h2")
    return [" ".join(node.text_content().split()).rstrip(" 0123456789") for node in found]


@pytest.fixture
def send(portal, page):
    def send(name, context=None, **form):
        request = portal.REQUEST
        request.method = request.environ["REQUEST_METHOD"] = "POST"
        shown = page(name, context, _authenticator=createToken(), **form)
        request.method = request.environ["REQUEST_METHOD"] = "GET"
        return shown

    return send


def test_order_and_hiding_are_kept_for_the_person_alone(portal, page, person, send):
    person("rita", "malente-staff")
    person("mia", "malente-staff")
    usual = headings(page("mein-hub"))
    assert usual[:3] == ["Ihr erster Tag", "Wartet auf Sie", "Eingereicht von mir"]
    for _time in range(2):
        send("mein-hub-ordnen", column="main", block="submitted", action="up")
    send("mein-hub-ordnen", column="main", block="first-day", action="hide")
    send("mein-hub-ordnen", column="main", block="waiting", action="hide")  # nobody can
    send("mein-hub-ordnen", column="main", block="nothing", action="up")
    mine = headings(page("mein-hub"))
    assert mine[0] == "Eingereicht von mir"
    assert "Ihr erster Tag" not in mine
    assert len(mine) == len(usual) - 1
    assert "ausgeblendet" in page("mein-hub-ordnen")
    login(portal, "rita")
    assert headings(page("mein-hub")) == usual
    login(portal, "mia")
    send("mein-hub-ordnen", action="reset")
    assert headings(page("mein-hub")) == usual


def test_own_links(portal, page, person, send):
    person("mia", "malente-staff")
    wrong = send("mein-hub-ordnen", action="add", title="Plan", address="javascript:alert(1)")
    assert 'id="address-wrong"' in wrong
    assert portal.REQUEST.response.getStatus() == 400
    for _time in range(2):
        send("mein-hub-ordnen", action="add", title="Kalender", address="/kalender")
    assert page("mein-hub").count(f'href="{portal.absolute_url()}/kalender"') >= 1
    [link] = storage.links_of("mia")
    send("mein-hub-ordnen", action="remove", link=link.id)
    assert storage.links_of("mia") == []
    for number in range(20):
        operations.add_link("mia", str(number), f"/{number}")
    assert "Es ist Platz für 20." in send(
        "mein-hub-ordnen", action="add", title="Zu viel", address="/zu-viel"
    )


def test_a_new_colleague_finds_the_list_of_the_area_and_ticks_it_off(portal, page, person, send):
    area = portal["partner"]["malente"]
    person("rolf", "malente-staff", "malente-editors")
    send("erste-schritte", area, action="add", title="Schlüssel holen", address="")
    for step in operations.usual_steps():
        send("erste-schritte", area, action="remove", step=step.id)
    send("erste-schritte", area, action="add", title="Haus ansehen", address="/impressum")
    [first, second] = storage.steps_of("malente")
    send("erste-schritte", area, action="up", step=second.id)
    person("lea", "lensahn-staff", "lensahn-editors")
    with pytest.raises(Forbidden):
        page("erste-schritte", area)
    person("mia", "malente-staff")
    shown = page("mein-hub")
    assert headings(shown)[0] == "Ihr erster Tag"
    assert shown.index("Haus ansehen") < shown.index("Schlüssel holen")
    send("mein-hub-ordnen", action="tick", step="unknown")
    assert storage.mine_of("mia").ticked == ()
    send("mein-hub-ordnen", action="tick", step=first.id)
    assert "erledigt" in page("mein-hub")
    send("mein-hub-ordnen", action="tick", step=second.id)
    assert "Ihr erster Tag" not in page("mein-hub")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="mia")
    assert storage.mine_of("mia") is storage.NOTHING


def test_what_was_worked_on_last(portal, page, person):
    person("rolf", "malente-staff", "malente-editors")
    api.content.create(portal["partner"]["malente"], "Document", title="Eben angefangen")
    shown = page("mein-hub")
    assert "Zuletzt bearbeitet" in headings(shown)
    assert "Eben angefangen" in shown
