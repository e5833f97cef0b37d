"""From a solved ticket to an answer that the next person finds, without who it was about."""

from html import unescape
from kommunalhub.core.acting import as_builder
from kommunalhub.core.kept import kept
from kommunalhub.core.tally import flushing
from kommunalhub.core.tools import tool
from kommunalhub.materials.operations import ensure_sections as ensure_materials
from kommunalhub.support.learning import answers

import pytest
import transaction


PRIVATE = "Beispiel", "04361", "mia@", "L-D-014", "Petersen"


@pytest.fixture
def site(web):
    with as_builder(web):
        ensure_materials(web)
    yield web.absolute_url()
    flushing.buffer.take(flushing.place_of(web))


@pytest.fixture
def solved(hub, web, site, clock):
    """A ticket that tells much of people, solved by support."""
    ticket = hub.report(
        web,
        "mia",
        title="Drucker von Frau Petersen druckt leere Seiten",
        description="Bei mir, Mia Beispiels Büro, Tel. 04361 498-0, auch.\n\nMia",
        device="Drucker Flur 1 (L-D-014)",
    )
    with hub.As("sven"):
        tool("portal_workflow").doActionFor(
            ticket, "resolve", comment="Klappe am L-D-014 zu, mia@example.org dankt."
        )
    transaction.commit()
    return ticket


def text(browser):
    return " ".join(unescape(browser.contents).split())


def test_private_parts_are_left_out_and_shown_before_it_is_saved(hub, functional, solved, web):
    browser = hub.browser(functional, "sven")
    browser.open(solved.absolute_url())
    browser.getLink("Antwort daraus machen").click()
    assert "Was weggelassen wurde" in text(browser)
    assert "<del>Petersen</del>" in browser.contents
    fields = [browser.getControl(name=f"form.widgets.{name}") for name in answers.TEXTS]
    proposed = " ".join(field.value for field in fields)
    assert not [word for word in PRIVATE if word in proposed]
    assert "[Gerät]" in proposed
    assert "[Telefonnummer]" in proposed

    fields[0].value = "Drucker druckt leere Seiten"
    fields[2].value = "Klappe schließen, sonst Sven Beispiel fragen."
    browser.getControl("Als Entwurf speichern").click()
    assert "Ist daran jemand zu erkennen?" in text(browser)
    assert not web["materialien"].objectIds()
    browser.getControl(name="form.widgets.solution").value = "Klappe schließen."
    browser.getControl("Als Entwurf speichern").click()
    assert "Der Entwurf ist gespeichert." in text(browser)
    transaction.begin()
    [made] = web["materialien"].objectValues()
    assert made.topics == {answers.TOPIC}
    assert "<h2>Was geholfen hat</h2><p>Klappe schließen.</p>" in made.text.raw
    assert kept(made, "made_of") == solved.UID()


def test_what_tells_nobody_anything_is_saved_when_asked_for_twice(hub, functional, solved, web):
    browser = hub.browser(functional, "sven")
    browser.open(f"{solved.absolute_url()}/@@antwort-schreiben")
    browser.getControl(name="form.widgets.solution").value = "Hotline: Tel. 0800 1234567"
    browser.getControl("Als Entwurf speichern").click()
    assert "<li>0800 1234567</li>" in browser.contents
    browser.getControl("Als Entwurf speichern").click()
    transaction.begin()
    assert len(web["materialien"].objectIds()) == 1


def test_released_it_is_found_before_the_next_ticket_and_points_back(hub, functional, solved, web):
    site = web.absolute_url()
    with hub.As("sven"):
        made = answers.make(solved, "Drucker druckt leere Seiten", "", "Klappe schließen.")
    flow = tool("portal_workflow")
    with hub.As("sven"):
        flow.doActionFor(made, "submit", comment="")
    with hub.As("dora"):
        flow.doActionFor(made, "approve", comment="")
    transaction.commit()

    visitor = hub.browser(functional, "max")
    visitor.open(f"{site}/support/@@may-help?q=Drucker leer".replace(" ", "%20"))
    assert "Drucker druckt leere Seiten" in text(visitor)
    visitor.open(f"{site}/support/@@haeufige-fragen")
    visitor.getLink("Drucker druckt leere Seiten").click()
    assert "Klappe schließen." in text(visitor)
    assert "Entstanden aus:" not in text(visitor)
    for who in ("mia", "sven"):
        reader = hub.browser(functional, who)
        reader.open(made.absolute_url())
        assert "Entstanden aus:" in text(reader)
        reader.getLink("Drucker von Frau Petersen").click()
        assert "Was andere davon haben" in text(reader)


@pytest.mark.parametrize("who", ["mia", "max", "gesa", "rita", None])
def test_only_support_makes_answers(hub, solved, who):
    url = f"{solved.absolute_url()}/@@antwort-schreiben"
    page = hub.visitor(who).get(url, allow_redirects=False)
    assert page.status_code != 200
    assert "weggelassen" not in page.text


def test_only_of_what_is_solved(hub, web, site, clock):
    ticket = hub.report(web)
    with hub.As("sven"):
        assert not answers.may_make(ticket)
