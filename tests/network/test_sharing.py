"""What leaves the house: only what was released and chosen, and exactly what was shown before."""

from kommunalhub.core.acting import as_system
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.network import jobs
from kommunalhub.network import keys
from kommunalhub.network import operations
from kommunalhub.network import publishing
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from network.neighbour import Neighbour
from plone import api
from plone.uuid.interfaces import IUUID

import pytest
import requests
import transaction


def said_to(audience):
    """Return the values of the manifest for a reader."""
    return texts.read(storage.book().chains[audience].data)


def test_a_new_site_has_a_key_and_says_nothing_before_its_address_is_known(
    portal, clock, monkeypatch
):
    monkeypatch.setattr(keys, "is_known", lambda portal: False)
    assert signatures.is_key(keys.public())
    assert not publishing.is_due(clock.now)
    keys.settle()
    assert publishing.is_due(clock.now)


def test_what_is_shown_before_is_what_is_sent(portal, hub, wilster):
    material = hub.add_material(portal)
    shown = sharing.card_of(material, sharing.id_of(IUUID(material)), "CC-BY-4.0")
    share = sharing.share(material, "CC-BY-4.0", (), "toni")
    assert share.card == shown
    card = cards.read(share.card, keys.feed())
    assert (card.title, card.summary) == ("Vergabevermerk", "Was hineingehört.")
    assert "malente" not in share.card.decode() and IUUID(material) not in share.card.decode()


def test_sharing_twice_is_once_and_anew_is_another(portal, hub, wilster):
    material = hub.add_material(portal)
    one = sharing.share(material, "CC-BY-4.0", (), "toni")
    assert sharing.share(material, "CC0-1.0", (), "toni").id == one.id
    sharing.take_back(one.id, "toni")
    assert sharing.share(material, "CC-BY-4.0", (), "toni").id != one.id


def test_only_what_was_released_is_shared(portal, hub, wilster):
    draft = hub.add_material(portal, state="draft")
    with pytest.raises(sharing.NotShared):
        sharing.share(draft, "CC-BY-4.0", (), "toni")


def test_what_came_from_a_hub_is_never_handed_on(portal, wilster, neighbour, ask):
    neighbour.share()
    ask()
    link = storage.link_of(IUUID(wilster))
    releasing.release(link, f"{1:032x}", "toni")
    shown = releasing.thing_by(link.copies[f"{1:032x}"].uid)
    with pytest.raises(sharing.NotShared):
        sharing.share(shown, "CC-BY-4.0", (), "toni")
    assert IUUID(shown) not in {brain.UID for brain in sharing.candidates()}


def test_each_hub_gets_what_is_for_it_and_strangers_what_is_public(portal, hub, wilster, clock):
    other = hub.add_hub(portal, "https://hennstedt.example/netzwerk", title="Hub Hennstedt")
    link = storage.link_of(IUUID(other))
    link.offered = signatures.public_of(signatures.new_key())
    operations.confirm(IUUID(other), link.offered, "hilde")
    everyone = hub.add_material(portal, "Öffentlich", state="public")
    inside = hub.add_material(portal, "Intern")
    named = hub.add_material(portal, "Nur für Wilster", state="public")
    for thing, audience in ((everyone, ()), (inside, ()), (named, (IUUID(wilster),))):
        sharing.share(thing, "CC-BY-4.0", audience, "toni")
    publishing.publish()
    wilster_link = storage.link_of(IUUID(wilster))
    counts = [
        len(said_to(name)["items"]) for name in (wilster_link.feed, link.feed, manifests.EVERYONE)
    ]
    assert counts == [3, 2, 1]


def test_what_is_changed_or_withdrawn_here_follows_with_the_next_run(portal, hub, wilster, ask):
    material = hub.add_material(portal)
    share = sharing.share(material, "CC-BY-4.0", (), "toni")
    ask()
    feed = storage.link_of(IUUID(wilster)).feed
    assert said_to(feed)["items"] == [[share.id, share.hash]]
    with as_system(portal):
        material.title = "Vergabevermerk, neu"
        material.setModificationDate(material.modified() + 1)
        material.reindexObject(idxs=["modified", "Title"])
    ask()
    assert said_to(feed)["items"][0][1] != share.hash
    with as_system(portal):
        api.content.delete(material)
    ask()
    said = said_to(feed)
    assert said["items"] == [] and [id_ for id_, _at in said["tombstones"]] == [share.id]
    assert publishing.not_yet_removed() == {share.id: [IUUID(wilster)]}


def test_what_comes_to_name_somebody_is_held_back(portal, hub, wilster, ask):
    material = hub.add_material(portal)
    share = sharing.share(material, "CC-BY-4.0", (), "toni")
    with as_system(portal):
        material.description = "Fragen Sie Frau Kruse."
        material.setModificationDate(material.modified() + 1)
        material.reindexObject(idxs=["modified"])
    ask()
    assert not storage.book().shares
    assert rules.HELD_BACK in [entry.what for entry in storage.book().entries(5)]
    with pytest.raises(sharing.NotShared):
        sharing.share(material, "CC-BY-4.0", (), "toni")
    again = sharing.share(material, "CC-BY-4.0", (), "toni", "Sie hält den Vortrag.")
    assert again.id != share.id and again.traces == ("Kruse",)
    ask()
    assert list(storage.book().shares) == [again.id]


def test_a_receipt_ends_the_waiting(portal, hub, wilster, neighbour, ask, clock):
    share = sharing.share(hub.add_material(portal), "CC-BY-4.0", (), "toni")
    ask()
    sharing.take_back(share.id, "toni")
    ask()
    neighbour.publish(removed={share.id: clock.now})
    ask()
    assert publishing.not_yet_removed() == {}


def test_after_a_backup_what_was_taken_back_stays_so(portal, hub, wilster, neighbour, ask, clock):
    share = sharing.share(hub.add_material(portal), "CC-BY-4.0", (), "toni")
    ask()
    book = storage.book()
    feed = storage.link_of(IUUID(wilster)).feed
    backup = book.chains[feed], book.shares[share.id]
    sharing.take_back(share.id, "toni")
    ask()
    lost = book.chains[feed]
    book.chains[feed], book.shares[share.id] = backup
    seen = manifests.Seen(lost.seq, lost.hash)
    neighbour.publish(seen=seen, removed={share.id: clock.now})
    ask()
    ask()
    said = said_to(feed)
    assert share.id not in book.shares and said["items"] == []
    assert (said["seq"], said["prev"]) == (lost.seq + 1, lost.hash)
    whats = [entry.what for entry in book.entries(20)]
    assert rules.RESTORED in whats and rules.TAKEN_BACK in whats


def test_a_hub_is_told_once_that_there_is_something_new(
    portal, hub, wilster, neighbour, clock, monkeypatch
):
    monkeypatch.setattr(jobs, "attempt", lambda work: work())

    def knocks():
        neighbour.asked.clear()
        publishing.publish()
        for key in jobs.Knock().due(clock.now):
            jobs.Knock().do(key, clock.now)
        return [(name, header) for name, header, _ids in neighbour.asked]

    knocks()
    sharing.share(hub.add_material(portal), "CC-BY-4.0", (), "toni")
    [(name, header)] = knocks()
    assert name == "@exchange-knock"
    asking.heard(header, keys.public(), neighbour.feed, asking.KNOCK, clock.now)
    assert knocks() == []
    neighbour.down = True  # nobody is harmed, and it is not tried again
    sharing.share(hub.add_material(portal, "Zweites"), "CC-BY-4.0", (), "toni")
    assert len(knocks()) == 1
    assert knocks() == [] and storage.link_of(IUUID(wilster)).problem == ""


def test_two_hubs_that_have_nothing_to_say_fall_silent(portal, hub, wilster, neighbour, ask):
    sharing.share(hub.add_material(portal), "CC-BY-4.0", (), "toni")
    neighbour.share()
    ask()
    seq = storage.book().chains[storage.link_of(IUUID(wilster)).feed].seq
    for _time in range(3):
        ask()
    assert storage.book().chains[storage.link_of(IUUID(wilster)).feed].seq == seq


def test_a_new_key_goes_on_where_the_old_one_was(portal, hub, wilster, ask, clock):
    sharing.share(hub.add_material(portal), "CC-BY-4.0", (), "toni")
    ask()
    old = keys.public()
    chain = storage.book().chains[manifests.EVERYONE]
    seq = chain.seq
    keys.change("hilde")
    changes = list(storage.book().key_changes)
    assert signatures.follow(old, keys.public(), changes, keys.feed()) == keys.public()
    signatures.verify(chain.data, chain.signature, keys.public(), signatures.MANIFEST)
    assert chain.seq == seq


@pytest.fixture
def served(web, hub, monkeypatch, clock):
    """The section over HTTP, with a hub that is confirmed: (address, Neighbour)."""
    other = Neighbour(clock.now)
    made = hub.add_hub(web, other.feed)
    other.reader = keys.feed()
    link = storage.link_of(IUUID(made))
    link.offered = signatures.public_of(other.key)
    operations.confirm(IUUID(made), link.offered, "hilde")
    sharing.share(hub.add_material(web), "CC-BY-4.0", (), "toni")
    sharing.share(hub.add_material(web, "Öffentlich", "public"), "CC-BY-4.0", (), "toni")
    publishing.publish()
    transaction.commit()
    yield f"{web.absolute_url()}/netzwerk", other
    other.close()


def test_hubs_are_answered_by_their_signature(served, hub):
    address, other = served
    accept = {"Accept": "application/json"}

    def get(name, headers, status=200):
        answer = requests.get(f"{address}/{name}", headers={**accept, **headers}, timeout=60)
        assert answer.status_code == status, answer.text
        return answer

    ours = get("@exchange", other.header())
    data, values = ours.json()["document"].encode(), ours.json()
    signatures.verify(data, values["signature"], values["key"], signatures.MANIFEST)
    one = manifests.read(data, other.reader, other.feed, other.now)
    assert len(one.items) == 2
    get("@exchange", {**other.header(), "If-None-Match": ours.headers["ETag"]}, 304)
    strangers = get("@exchange", {}).json()
    assert len(texts.read(strangers["document"].encode())["items"]) == 1
    ids = "&".join(f"id={id_}" for id_ in one.items)
    found = get(f"@exchange-cards?{ids}", other.header()).json()["cards"]
    assert {texts.hash_of(card["document"].encode()) for card in found} == set(one.items.values())
    assert len(get(f"@exchange-cards?{ids}", {}).json()["cards"]) == 1
    assert len(get("@exchange-cards", other.header()).json()["cards"]) == 2
    assert get("@exchange-cards?from=2099-01-01T00:00:00Z", other.header()).json()["cards"] == []
    for name in ("@exchange-cards?from=gestern", "@exchange-cards?b_start=x"):
        get(name, other.header(), 400)
    get("@exchange-cards?" + "&".join(["id=a"] * 101), {}, 400)
    # who is not known, and what is signed by another or for another, gets nothing
    stranger = signatures.new_key()
    wrong = asking.asked(stranger, other.feed, other.reader, asking.READ, other.now)
    get("@exchange", {asking.HEADER: wrong}, 403)
    get("@exchange", {asking.HEADER: "a.b"}, 403)
    get("@exchange", other.header(asking.KNOCK), 403)
    for header in (wrong, other.header(), "a.b"):  # a stranger fills nothing
        answer = requests.post(
            f"{address}/@exchange-knock",
            headers={**accept, asking.HEADER: header}
            if isinstance(header, str)
            else {**accept, **header},
            timeout=60,
        )
        assert answer.status_code == 403
    transaction.begin()
    assert not storage.book().nonces
    knock = other.header(asking.KNOCK)
    for status, headers in ((204, knock), (403, knock), (403, {})):  # each counts once
        headers = {**accept, **headers}
        answer = requests.post(f"{address}/@exchange-knock", headers=headers, timeout=60)
        assert answer.status_code == status
    transaction.begin()
    assert len(storage.book().nonces) == 1


def test_the_pages_are_for_whom_they_should_be(served, web):
    address, _other = served
    assert "Hub Wilster" in requests.get(address, timeout=60).text
    for name in ("@@quarantine", "@@shared", "@@hub-links"):
        assert requests.get(f"{address}/{name}", timeout=60).url.startswith(
            f"{web.absolute_url()}/login"
        ), name
