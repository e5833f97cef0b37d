"""Questions between hubs: by the same signed way, for whom they are, and gone when taken back."""

from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import texts
from kommunalhub.network import keys
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from kommunalhub.network.questions import operations
from plone.uuid.interfaces import IUUID

import pytest


@pytest.fixture
def link(wilster):
    return storage.link_of(IUUID(wilster))


def test_a_question_goes_out_and_its_answer_comes_back(portal, link, neighbour, ask, hub):
    said = operations.ask("Wer hat schon einmal?", "Ein Dach\nmit <b>Moos</b>", (), "toni")
    assert operations.ask("Wer hat schon einmal?", "Ein Dach\nmit <b>Moos</b>", (), "toni") == said
    ask()
    assert [said.id, said.hash] in texts.read(storage.book().chains[link.feed].data)["items"]
    card = cards.read(said.card, keys.feed())
    assert (card.kind, card.html) == (
        rules.QUESTION,
        "<p>Ein Dach</p><p>mit &lt;b&gt;Moos&lt;/b&gt;</p>",
    )
    assert "toni" not in said.card.decode()
    neighbour.share("Antwort", kind="answer", answers=said.id)
    ask()
    [(question, answers)] = operations.ours()
    assert question.id == said.id
    assert [one.hub for one in answers] == [link.uid]
    operations.take_back(said.id, "toni")
    ask()
    assert texts.read(storage.book().chains[link.feed].data)["items"] == []
    again = operations.ask("Wer hat schon einmal?", "Ein Dach\nmit <b>Moos</b>", (), "toni")
    assert again.id != said.id


def test_a_hub_is_answered_alone_and_nothing_of_it_is_released(link, neighbour, ask):
    id_ = neighbour.share("Wer hat Erfahrung?", kind="question")
    ask()
    releasing.release(link, id_, "toni")
    assert link.copies[id_].state == rules.QUARANTINE
    operations.answer(link, id_, "Wir.", "toni")
    [(question, answers)] = operations.theirs()
    assert (question.title, answers[0].html) == ("Wer hat Erfahrung?", "<p>Wir.</p>")
    [said] = storage.book().said.values()
    assert said.audience == (link.uid,)
    neighbour.take_back(id_)
    ask()
    assert operations.theirs() == []
    assert operations.answer(link, id_, "Zu spät.", "toni") is None
