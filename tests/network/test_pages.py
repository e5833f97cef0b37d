"""The pages as people have them: for whom, what they show, what their buttons do."""

from kommunalhub.core import formatting
from kommunalhub.lib import outgoing
from kommunalhub.lib.exchange import signatures
from kommunalhub.network import keys
from kommunalhub.network import receiving
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from lxml import html
from network.neighbour import Neighbour
from people import As
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
    page.open(f"{web.absolute_url()}/netzwerk/hub-wilster")
    page.getLink("Verbindung und Fingerabdruck").click()
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
    assert "Nicht mehr zeigen" not in hub.visitor("mia").get(address).text
    toni.open(address)
    assert "Freigegeben von" in toni.text
    toni.getControl("Nicht mehr zeigen").click()
    assert "wieder in Quarantäne" in toni.text
    assert hub.visitor("mia").get(address).status_code == 404


def test_a_trainer_lets_a_kind_come_without_looking(web, hub, other, functional, clock):
    hilde = hub.browser(functional, "hilde")
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    hilde.getControl("bestätigen").click()
    toni = hub.browser(functional, "toni")
    toni.open(f"{web.absolute_url()}/netzwerk/@@quarantine")
    toni.getControl("Schulungsunterlage").selected = True
    toni.getControl("Speichern").click()
    assert "Gespeichert" in toni.text and toni.getControl("Schulungsunterlage").selected
    link = follow(other, clock)
    [copy] = link.copies.values()
    assert copy.state == rules.FREE and not link.waiting
    assert (
        "Vergabe leicht gemacht"
        in hub.visitor("mia").get(f"{web.absolute_url()}/netzwerk/hub-wilster").text
    )


def test_who_works_here_sees_the_last_state_and_its_age(web, hub, other, functional, clock):
    hilde = hub.browser(functional, "hilde")
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    hilde.getControl("bestätigen").click()
    link = follow(other, clock)
    pages = [f"{web.absolute_url()}/{path}" for path in ("netzwerk", "netzwerk/hub-wilster")]

    def told(who):
        found = [hub.visitor(who).get(page) for page in pages]
        assert {answer.status_code for answer in found} == {200}
        texts = [html.fromstring(answer.text).text_content() for answer in found]
        return ["zuletzt gehört" in text for text in texts], texts[1]

    assert told("mia")[0] == [True, True] and "letzte Stand" not in told("mia")[1]
    assert [told(who)[0] for who in (None, "gast")] == [[False, False]] * 2
    clock.pass_by(days=3)
    ends = formatting.day(formatting.to_local(link.expires).date())
    assert f"Meldet er sich nicht wieder, wird es am {ends} entfernt" in told("mia")[1]
    clock.pass_by(days=-3)
    receiving.missed(link, rules.UNREACHED, "", clock.now)
    transaction.commit()
    assert "antwortet zurzeit nicht" in told("mia")[1] and "letzte Stand" not in told("gast")[1]
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    hilde.getControl("Pausieren").click()
    assert "ruht" in told("mia")[1]


def test_what_waits_stands_on_the_pages_of_who_has_to_look(web, hub, other, functional, clock):
    def told(who):
        pages = [f"{web.absolute_url()}/{page}" for page in ("mein-hub", "@@inbox")]
        answers = [html.fromstring(hub.visitor(who).get(page).text) for page in pages]
        texts = [" ".join(answer.text_content().split()) for answer in answers]
        found = [text.partition("Aus den anderen Hubs")[2][:60] for text in texts]
        assert bool(found[0]) == bool(found[1])
        return found[0]

    assert "Schlüssel zum Vergleichen 1" in told("hilde") and told("toni") == ""
    hilde = hub.browser(functional, "hilde")
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    hilde.getControl("bestätigen").click()
    follow(other, clock)
    assert "Zum Durchsehen 1" in told("toni") and "Zum Durchsehen 1" in told("hilde")
    assert told("mia") == told("gast") == ""
    toni = hub.browser(functional, "toni")
    toni.open(f"{web.absolute_url()}/netzwerk/@@quarantine")
    toni.getControl("Freigeben").click()
    assert told("toni") == told("hilde") == ""
    clock.pass_by(days=3)
    assert "Verbindungen, die nicht gehen 1" in told("hilde") and told("toni") == ""


def test_a_hub_that_was_forgotten_is_linked_again_from_the_beginning(web, hub, other, functional):
    hilde = hub.browser(functional, "hilde")
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    hilde.getControl("bestätigen").click()
    hilde.getControl("Vergessen").click()
    assert "nicht verbunden" in hilde.text
    transaction.begin()
    assert not storage.book().links
    hilde.getControl("Wieder verbinden").click()
    transaction.begin()
    [link] = storage.book().links.values()
    assert (link.state, link.key, link.feed) == (rules.NEW, "", other.feed)
    assert "nicht verbunden" not in hilde.text


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
    toni.open(f"{web.absolute_url()}/netzwerk/@@shared")
    toni.getControl("Zurücknehmen").click()
    transaction.begin()
    assert not storage.book().shares


def test_a_thing_is_shared_and_taken_back_from_its_own_page(web, hub, other, functional):
    material = hub.add_material(web)
    with As("hilde"):
        material.description = "Fragen Sie Frau Kruse."
    transaction.commit()
    toni = hub.browser(functional, "toni")
    toni.handleErrors = True
    toni.raiseHttpErrors = False
    toni.open(f"{web.absolute_url()}/netzwerk/@@shared")
    assert "Im Verbund teilen" not in toni.text
    toni.open(material.absolute_url())
    tag = toni.headers.get("ETag")
    toni.getLink("Im Verbund teilen").click()
    toni.getControl("Teilen", index=0).click()
    assert toni.headers["Status"].startswith("400") and "„Kruse“" in toni.text
    toni.getControl("Wozu").value = "Sie hält den Vortrag auch dort."
    toni.getControl("Teilen", index=0).click()
    assert toni.url == material.absolute_url() and "alle verbundenen Hubs" in toni.text
    toni.open(material.absolute_url())
    assert toni.headers.get("ETag") != tag  # a kept page knows of it
    hilde = hub.browser(functional, "hilde")
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    assert "Sie hält den Vortrag auch dort." in hilde.text
    mia = hub.browser(functional, "mia")
    mia.open(material.absolute_url())
    assert "Vergabevermerk" in mia.text and "anderen Hubs geteilt" not in mia.text
    toni.getLink("zurücknehmen").click()
    toni.getControl("Zurücknehmen").click()
    assert "Im Verbund teilen" in toni.text
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


def test_no_page_waits_for_another_hub(web, hub, other, functional, monkeypatch):
    def asked(*args, **kw):
        raise AssertionError(args)

    monkeypatch.setattr(outgoing, "fetch", asked)
    transaction.begin()
    [link] = storage.book().links.values()
    link.problem, link.asked, link.failures = rules.UNREACHED, link.fetched, 7
    transaction.commit()
    hilde = hub.browser(functional, "hilde")
    names = ("", "/@@hub-links", "/@@shared", "/@@quarantine", "/@@hub-questions", "/hub-wilster")
    for name in names:
        hilde.open(f"{web.absolute_url()}/netzwerk{name}")
        assert hilde.headers["Status"].startswith("200"), name
    hilde.open(f"{web.absolute_url()}/netzwerk/@@hub-links")
    assert "antwortet nicht" in hilde.text and "noch nie gehört" in hilde.text
    hilde.getControl("testen").click()  # that is for the next run
