"""The whole way, as a new colleague goes it: a question, no help yet, mails, a solution, an answer.

A colleague sees a slide that does not help and reports it; support answers by mail, asks back, and
the clock stands until the colleague's mail with a picture; of the solution comes an answer, which
the next one finds before writing.
"""

from coworking.outside.conftest import letters_to
from kommunalhub.core.tally import flushing
from kommunalhub.support.clock import operations as clock_of
from kommunalhub.support.learning import answers
from kommunalhub.support.mail import operations as mail
from support.learning.shelf import material
from support.mail import corpus
from support.mail.conftest import read
from support.mail.conftest import set_up
from support.mail.conftest import tickets_of

import pytest
import transaction


@pytest.fixture
def site(web):
    set_up(web)
    transaction.commit()
    yield web.absolute_url()
    flushing.buffer.take(flushing.place_of(web))


def post(web, folder, who, text, data=corpus.plain):
    """Answer the last letter to a person by mail, as their mailer does."""
    transaction.begin()
    letter = letters_to(web, f"{who}@example.org")[-1]
    bytes_ = data(
        text=f"{text}\n\nAm Montag schrieb der Hub:\n> {letter.text.splitlines()[0]}\n",
        **{"from": f"{who}@example.org"},
        subject=f"AW: {letter.subject}",
        message_id=f"<{abs(hash((who, text)))}@mail.example>",
        references=f"<{letter.message_id}@hub.example.org>",
    )
    path = folder / "mail.eml"
    path.write_bytes(bytes_)
    outcome = mail.take(web, str(path), read(bytes_))
    transaction.commit()
    assert outcome.what == "article", outcome
    return letter


def report(browser, site, title):
    browser.open(f"{site}/@@stoerung-melden")
    browser.getControl(name="form.widgets.title").value = title
    browser.getControl(name="form.widgets.urgency").value = ["stuck"]
    browser.getControl(name="form.buttons.report").click()


def goals(web):
    transaction.begin()
    [ticket] = tickets_of(web)
    return {name: goal.state for name, goal in clock_of.fresh_goals_of(ticket).items()}


def test_from_leere_seiten_to_an_answer_for_the_next(hub, functional, web, site, clock, tmp_path):
    material(web, "Drucker einrichten", "<p>Drucker am Netz anmelden.</p>")
    transaction.commit()
    mia = hub.browser(functional, "mia")
    report(mia, site, "Drucker druckt nur leere Seiten")
    assert "Drucker einrichten" in mia.text and not tickets_of(web)
    mia.getControl(name="form.buttons.report").click()
    assert "Danke, der Support hat" in mia.text and "T-2026-001" in mia.text
    page = mia.url

    clock(30, "9:10")
    with hub.As("sven"):
        transaction.begin()
        [ticket] = tickets_of(web)
        hub.step(ticket, "sven", "assign")
    transaction.commit()
    clock(30, "9:20")
    told = post(web, tmp_path, "mia", "Es ist der Drucker im Flur.")
    assert "T-2026-001" in told.subject
    post(web, tmp_path, "sven", "Moin, ich sehe es mir an.")
    assert goals(web)["reaction"] == "kept"

    sven = hub.browser(functional, "sven")
    sven.open(page)
    assert "Moin, ich sehe es mir an." in sven.text
    sven.getControl(name="comment").value = "Haben Sie ein Bild davon?"
    sven.getControl("Nachfragen und warten").click()
    clock(30, "11:00")
    assert goals(web)["solution"] == "rests"
    post(web, tmp_path, "mia", "Hier.", lambda **headers: corpus.with_file("seite.png", **headers))
    assert goals(web)["solution"] == "runs"
    transaction.begin()
    [ticket] = tickets_of(web)
    assert len(ticket.objectIds()) == 1

    sven.open(page)
    assert "per E-Mail" in sven.text
    sven.getControl(name="comment").value = "Klappe hinten schließen."
    sven.getControl("Als gelöst melden").click()
    sven.getLink("Antwort daraus machen").click()
    sven.getControl(name="form.widgets.title").value = "Leere Seiten aus dem Drucker"
    sven.getControl(name="form.widgets.solution").value = "Klappe hinten schließen."
    for _once_more in "ab":
        if "Der Entwurf ist gespeichert." not in sven.text:
            sven.getControl("Als Entwurf speichern").click()
    transaction.begin()
    [ticket] = tickets_of(web)
    [uid] = ticket.answers
    [made] = [one for one in web["materialien"].objectValues() if one.UID() == uid]
    hub.step(made, "sven", "submit")
    hub.step(made, "dora", "approve")
    transaction.commit()

    rita = hub.browser(functional, "rita")
    report(rita, site, "Aus dem Drucker kommen leere Seiten")
    assert "Leere Seiten aus dem Drucker" in rita.text and len(tickets_of(web)) == 1
    rita.getLink("Leere Seiten aus dem Drucker").click()
    assert "Klappe hinten schließen." in rita.text
    assert answers.TOPIC in made.topics
