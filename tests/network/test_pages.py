"""The pages as people have them: for whom, what they show, what their buttons do."""

from kommunalhub.lib.exchange import signatures
from kommunalhub.network import keys
from kommunalhub.network import receiving
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from network.neighbour import Neighbour
from plone.uuid.interfaces import IUUID

import pytest
import transaction


@pytest.fixture
def other(web, hub, clock):
    """Another hub whose key was offered, with something in quarantine."""
    other = Neighbour(clock.now)
    made = hub.add_hub(web, other.feed)
    other.reader = keys.feed()
    other.share()
    link = storage.link_of(IUUID(made))
    link.offered = signatures.public_of(other.key)
    transaction.commit()
    yield other
    other.close()


def follow(other, clock):
    """Take what the other hub shares."""
    transaction.begin()
    [link] = storage.book().links.values()
    other.publish()
    receiving.follow(link, other.answer("/@exchange", "", "")[1], "", clock.now)
    hashes = receiving.wanted(link)
    answer = other.answer("/@exchange-cards?id=" + "&id=".join(hashes), "", "")[1]
    receiving.take(link, hashes, answer, clock.now)
    transaction.commit()
    return link


def test_a_link_from_the_first_key_to_the_end(web, hub, other, functional, clock):
    page = hub.browser(functional, "hilde")
    page.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    assert signatures.fingerprint(keys.public()) in page.text
    assert signatures.fingerprint(signatures.public_of(other.key)) in page.text
    page.getControl("bestätigen").click()
    link = follow(other, clock)
    assert link.state == rules.CONFIRMED and len(link.copies) == 1
    for button, state in (("Pausieren", rules.PAUSED), ("Fortsetzen", rules.CONFIRMED)):
        page.getControl(button).click()
        transaction.begin()
        assert link.state == state
    page.getControl("testen").click()
    page.getControl("Neuen Schlüssel").click()
    transaction.begin()
    assert storage.book().key_changes
    page.getControl("Vergessen").click()
    assert "Vergessen. Alle Kopien" in page.text
    transaction.begin()
    assert not storage.book().links


def test_a_trainer_looks_through_and_the_house_reads(web, hub, other, functional, clock):
    hilde = hub.browser(functional, "hilde")
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    hilde.getControl("bestätigen").click()
    follow(other, clock)
    toni = hub.browser(functional, "toni")
    toni.open(f"{web.absolute_url()}/netzwerk/@@quarantine")
    assert "Drei Schritte" in toni.text and "aus Hub Wilster" in toni.text
    toni.getControl("Freigeben").click()
    transaction.begin()
    [copy] = next(iter(storage.book().links.values())).copies.values()
    address = releasing.thing_by(copy.uid).absolute_url()
    assert hub.visitor().get(address).status_code == 404
    assert hub.rest("gast").get(address).status_code in (401, 403, 404)
    assert hub.rest("mia").get(address).status_code == 200
    assert hub.rest("mia").patch(address, json={"title": "Anders"}).status_code in (401, 403)
    assert hub.rest("hilde").patch(address, json={"title": "Anders"}).status_code in (401, 403)
    mia = hub.browser(functional, "mia")
    mia.open(address)
    assert "Zum Original" in mia.text and "CC BY 4.0" in mia.text
    mia.open(f"{web.absolute_url()}/netzwerk/hub-wilster")
    assert "Vergabe leicht gemacht" in mia.text
    clock.pass_by(days=15)  # the lease is over before the jobs ran
    assert hub.visitor("mia").get(f"{address}/view").status_code == 404
    clock.pass_by(days=-15)


def test_what_is_shown_before_sharing_is_what_is_sent(web, hub, other, functional):
    hub.add_material(web)
    transaction.commit()
    toni = hub.browser(functional, "toni")
    toni.open(f"{web.absolute_url()}/netzwerk/@@shared")
    toni.getLink("Vergabevermerk").click()
    [shown] = toni.text.split('<code class="document">')[1].split("</code>")[:1]
    toni.getControl("Teilen", index=0).click()
    transaction.begin()
    [share] = storage.book().shares.values()
    assert share.card.decode() == shown
    assert share.by == "toni" and "alle verbundenen Hubs" in toni.text
    toni.getControl("Zurücknehmen").click()
    transaction.begin()
    assert not storage.book().shares


def test_hubs_are_asked_and_answered_on_a_page(web, hub, other, functional, clock):
    hilde = hub.browser(functional, "hilde")
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    hilde.getControl("bestätigen").click()
    other.share("Wer hat Erfahrung mit Moos?", kind="question")
    follow(other, clock)
    toni = hub.browser(functional, "toni")
    toni.handleErrors = True
    toni.raiseHttpErrors = False
    toni.open(f"{web.absolute_url()}/netzwerk/@@hub-questions")
    toni.getControl("Fragen").click()
    assert toni.headers["Status"].startswith("400") and "höchstens 200 Zeichen" in toni.text
    toni.getControl("Ihre Frage").value = "Wer hat schon einmal ein Dach begrünt?"
    toni.getControl("Worum es geht").value = "Mit Moos."
    toni.getControl("Fragen").click()
    assert "Noch hat niemand geantwortet" in toni.text
    toni.getControl("Ihre Antwort").value = "Wir."
    toni.getControl("Antworten").click()
    assert "Unsere Antwort" in toni.text
    toni.getControl("Zurücknehmen", index=0).click()
    assert "Unsere Antwort" not in toni.text


@pytest.mark.parametrize("name", ["@@quarantine", "@@shared", "@@hub-links", "@@hub-questions"])
def test_nobody_else_gets_there(web, hub, name):
    answer = hub.visitor("mia").get(f"{web.absolute_url()}/netzwerk/{name}")
    assert answer.status_code in (401, 403) or "insufficient" in answer.url
