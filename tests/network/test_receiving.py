"""What comes in: into quarantine, seen by nobody; recalled, refused, on a lease."""

from datetime import timedelta
from kommunalhub.core.tools import catalog
from kommunalhub.lib.exchange import following
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import publishing
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.network import fetching
from kommunalhub.network import jobs
from kommunalhub.network import operations
from kommunalhub.network import receiving
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.browser import words
from kommunalhub.network.copies import releasing
from people import As
from plone.uuid.interfaces import IUUID
from time import process_time
from ZODB.POSException import ConflictError

import pytest
import transaction


@pytest.fixture
def link(wilster):
    return storage.link_of(IUUID(wilster))


def log():
    return [(entry.what, entry.why) for entry in storage.book().entries(50)]


def shown():
    return [brain.Title for brain in catalog().unrestrictedSearchResults(portal_type=workflow.COPY)]


def test_a_new_hub_is_asked_for_its_key_alone(portal, hub, neighbour, ask):
    made = hub.add_hub(portal, neighbour.feed)
    neighbour.share()
    ask()
    link = storage.link_of(IUUID(made))
    assert (link.state, link.offered) == (rules.NEW, signatures.public_of(neighbour.key))
    assert not link.copies and [name for name, _header, _ids in neighbour.asked] == ["@exchange"]
    assert neighbour.asked[0][1] is None


def test_what_is_shared_waits_in_quarantine(link, neighbour, ask):
    id_ = neighbour.share()
    ask()
    copy = link.copies[id_]
    assert (copy.state, copy.title) == (rules.QUARANTINE, "Vergabe leicht gemacht")
    assert shown() == []
    assert log()[0] == (rules.TAKEN, "1")
    signatures.verify(copy.card, copy.signature, link.key, signatures.CARD)


def test_nothing_new_is_one_short_question(link, neighbour, ask):
    neighbour.share()
    ask()
    neighbour.asked.clear()
    ask()
    assert [name for name, _header, _ids in neighbour.asked] == ["@exchange"]
    assert link.problem == ""


def test_released_is_found_and_recalled_is_gone_within_one_run(link, neighbour, ask):
    id_ = neighbour.share()
    ask()
    releasing.release(link, id_, "toni")
    releasing.release(link, id_, "toni")  # twice is once
    assert shown() == ["Vergabe leicht gemacht"]
    found = catalog().unrestrictedSearchResults(fulltext="Schritte", portal_type=workflow.COPY)
    assert [brain.origin_hub for brain in found] == ["Hub Wilster"]
    neighbour.take_back(id_)
    ask()
    assert shown() == [] and not link.copies
    entry = storage.book().entries(1)[0]
    assert (entry.what, entry.by, entry.title) == (rules.RECALLED, "toni", "Vergabe leicht gemacht")
    neighbour.items[id_] = "a" * 64  # what was recalled never comes again
    ask()
    assert not link.copies


def test_each_kind_is_found_as_from_that_hub(link, neighbour, ask):
    for kind in words.KINDS:
        neighbour.share(f"Moor {kind}", kind=kind)
    ask()
    for id_ in list(link.copies):
        releasing.release(link, id_, "toni")
    found = catalog().unrestrictedSearchResults(fulltext="Moor", origin_hub="Hub Wilster")
    assert sorted(brain.Title for brain in found) == sorted(f"Moor {kind}" for kind in words.KINDS)


def test_a_changed_one_is_looked_at_before_it_is_seen(link, neighbour, ask):
    id_ = neighbour.share()
    ask()
    releasing.release(link, id_, "toni")
    neighbour.share("Vergabe, zweite Auflage", id_=id_)
    ask()
    assert shown() == ["Vergabe leicht gemacht"] and link.copies[id_].newer
    releasing.release(link, id_, "toni")
    assert shown() == ["Vergabe, zweite Auflage"] and link.copies[id_].newer is None


def test_what_was_declined_does_not_come_again_before_it_changes(link, neighbour, ask):
    id_ = neighbour.share()
    ask()
    releasing.decline(link, id_, "toni")
    ask()
    assert not link.copies
    neighbour.share("Neu", id_=id_)
    ask()
    assert link.copies[id_].title == "Neu"


def test_a_kind_that_is_trusted_is_released_by_itself(wilster, link, neighbour, ask):
    operations.trust(IUUID(wilster), ["material"], "hilde")
    neighbour.share()
    ask()
    assert shown() == ["Vergabe leicht gemacht"]


def test_silence_recalls_too_and_speech_brings_back(link, neighbour, ask):
    neighbour.share()
    ask()
    releasing.release(link, f"{1:032x}", "toni")
    neighbour.down = True
    ask(days=10)
    assert shown() and link.problem == rules.UNREACHED
    ask(days=5)
    assert shown() == [] and not link.copies
    assert log()[0][0] == rules.LAPSED
    neighbour.down = False
    ask(days=1)
    assert link.copies and not link.problem


def test_a_hub_that_is_down_is_asked_less_and_less(link, neighbour, ask, clock):
    neighbour.down = True
    for _time in range(4):
        ask(days=1)
    assert link.failures == 4 and link.asked == clock.now + rules.pause_after(4)
    assert [what for what, _why in log()].count(rules.REFUSED) == 1  # said once


def refused(reason):
    return (rules.REFUSED, reason)


def signed(neighbour, **values):
    """Return what a neighbour says with a manifest of other values, signed."""
    data = texts.written({**texts.read(neighbour.data), **values})
    signature = signatures.sign(data, neighbour.key, signatures.MANIFEST)
    return {"document": data.decode(), "signature": signature}


STRANGER = signatures.public_of(signatures.new_key())
DEEP = '{"a":' * 50 + "1" + "}" * 50


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        (lambda n, a: {**a, "document": a["document"].replace("2026", "2027")}, refusing.TAMPERED),
        (lambda n, a: {**a, "signature": None}, refusing.UNSIGNED),
        (lambda n, a: {**a, "key": STRANGER}, refusing.UNKNOWN_KEY),
        (lambda n, a: {**a, "key": "short"}, refusing.MALFORMED),
        (lambda n, a: {**a, **signed(n, schema="kommunalhub.manifest/2")}, refusing.WRONG_VERSION),
        (lambda n, a: {**a, **signed(n, audience="https://x.example")}, refusing.WRONG_HUB),
        (lambda n, a: {**a, **signed(n, expires="2020-01-01T00:00:00Z")}, refusing.EXPIRED),
        (lambda n, a: {**a, **signed(n, made="2099-01-01T00:00:00Z")}, refusing.TOO_EARLY),
        (lambda n, a: {**a, "document": 5}, refusing.MALFORMED),
        (lambda n, a: DEEP.encode(), refusing.TOO_DEEP),
        (lambda n, a: b'"' + b"a" * 25_000_001 + b'"', rules.UNREACHED),
        (lambda n, a: b"<html>", refusing.MALFORMED),
        (lambda n, a: b"[]", rules.NO_HUB),
    ],
)
def test_what_is_not_right_is_refused_with_a_line_in_the_log(link, neighbour, ask, lie, reason):
    neighbour.share()
    neighbour.lie = lambda name, answer: lie(neighbour, answer) if name == "@exchange" else answer
    ask()
    assert not link.copies and link.seq == 0
    assert link.problem == reason
    assert any(what == rules.REFUSED and why.startswith(reason) for what, why in log())
    neighbour.lie = lambda name, answer: answer
    ask(days=1)
    assert link.copies and link.problem == ""


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"html": "<p>a</p><script>alert(1)</script>"}, refusing.UNSAFE_HTML),
        ({"schema": "kommunalhub.card/7"}, refusing.WRONG_VERSION),
        ({"facts": [["a"]]}, refusing.MALFORMED),
        ({"html": "a" * 200_001}, refusing.TOO_BIG),
        ({"hub": "https://x.example/netzwerk"}, refusing.WRONG_HUB),
        ({"id": "f" * 32}, refusing.MALFORMED),
    ],
)
def test_a_card_that_is_not_right_is_refused_and_the_others_come(
    link, neighbour, ask, values, reason
):
    bad = neighbour.share("Schlecht", **values)
    good = neighbour.share("Gut")
    ask()
    assert set(link.copies) & {bad, good} == {good}
    assert refused(reason) in log()
    neighbour.asked.clear()
    ask()
    assert [name for name, _header, _ids in neighbour.asked] == ["@exchange"]  # not asked again


@pytest.mark.parametrize("lie", ["other signature", "other card", "nothing"])
def test_cards_that_do_not_fit_the_manifest_are_refused(link, neighbour, ask, lie):
    id_ = neighbour.share()

    def lying(name, answer):
        if name == "@exchange-cards":
            [one] = answer["cards"]
            key = signatures.new_key()
            if lie == "other signature":
                data = one["document"].encode()
                one["signature"] = signatures.sign(data, key, signatures.CARD)
            elif lie == "other card":
                one["document"] = one["document"].replace("Vergabe", "Vorgabe")
            else:
                answer["cards"] = []
        return answer

    neighbour.lie = lying
    ask()
    assert id_ not in link.copies and any(what == rules.REFUSED for what, _why in log())


def test_an_old_answer_changes_nothing_and_the_hub_hears_what_was_seen(link, neighbour, ask):
    id_ = neighbour.share()
    ask()
    old = (neighbour.last, neighbour.data, dict(neighbour.items))
    neighbour.take_back(id_)
    ask()
    seen = link.seen
    neighbour.last, neighbour.data, neighbour.items = old
    ask()
    assert not link.copies and link.seen == seen and link.problem == refusing.REPLAYED
    ask()  # published anew, with what was seen and what is gone
    chain = storage.book().chains[neighbour.feed]
    said = texts.read(chain.data)
    assert said["seen"] == [seen.seq, seen.hash] and said["removed"][0][0] == id_


def test_a_new_key_that_the_old_one_signed_is_followed(link, neighbour, ask, clock):
    neighbour.share()
    ask()
    old, neighbour.key = neighbour.key, signatures.new_key()
    public = signatures.public_of(neighbour.key)
    neighbour.changes = [signatures.change_of_key(neighbour.feed, old, public, clock.now)]
    neighbour.share("Zweites")
    ask()
    assert link.key == public and len(link.copies) == 2
    neighbour.key = signatures.new_key()
    neighbour.share("Drittes")
    ask()
    assert link.problem == refusing.UNKNOWN_KEY and len(link.copies) == 2
    assert link.offered == signatures.public_of(neighbour.key)


def test_a_lost_key_is_compared_anew_and_all_goes_on(wilster, link, neighbour, ask):
    id_ = neighbour.share()
    ask()
    releasing.release(link, id_, "toni")
    neighbour.key = signatures.new_key()  # nothing is left of the old one to sign it
    data, _signature = neighbour.cards[id_]
    neighbour.cards[id_] = (data, signatures.sign(data, neighbour.key, signatures.CARD))
    neighbour.share("Zweites")
    ask()
    assert link.problem == refusing.UNKNOWN_KEY and len(link.copies) == 1
    operations.confirm(IUUID(wilster), link.offered, "hilde")
    ask()
    assert link.problem == "" and len(link.copies) == 2 and len(shown()) == 1


@pytest.fixture
def meanwhile(monkeypatch):
    """Return a function that lets something happen here while an answer is on its way, once."""

    def meanwhile(name, work):
        left, plain = [work], fetching.ask

        def ask(asked, now, what, *args, **kwargs):
            answer = plain(asked, now, what, *args, **kwargs)
            if what == name and left:
                left.pop()()
            return answer

        monkeypatch.setattr(fetching, "ask", ask)

    return meanwhile


def fetch(link, clock):
    """Ask a hub, as another process of this one does at the same time."""
    jobs.Fetch().do(link.uid, clock.now)


def test_two_processes_that_ask_at_once_take_each_thing_once(
    link, neighbour, ask, clock, meanwhile
):
    ids = [neighbour.share(f"Nummer {number}") for number in range(3)]

    def other_process():
        fetch(link, clock)
        releasing.release(link, ids[0], "toni")

    for name in ("@exchange", "@exchange-cards"):
        meanwhile(name, other_process)
        ask()
        assert sorted(link.copies) == ids and link.copies[ids[0]].newer is None
        assert link.problem == "" and refusing.REPLAYED not in str(log())
        assert [what for what, _why in log()].count(rules.TAKEN) == 1
        for id_ in ids:
            receiving.let_go(link, id_, rules.REMOVED, clock.now)
        storage.book().log.clear()
        for id_ in ids:
            neighbour.share("Neu", id_=id_)


def test_a_slow_answer_that_another_process_has_overtaken_is_left(
    link, neighbour, ask, clock, meanwhile
):
    id_ = neighbour.share()
    ask()
    old = (neighbour.last, neighbour.data, dict(neighbour.items))

    def recall():
        neighbour.take_back(id_)
        neighbour.publish()
        fetch(link, clock)

    neighbour.share("Zweites")
    meanwhile("@exchange", recall)
    ask()
    assert id_ not in link.copies and link.problem == ""
    assert old[0].seq < link.seq


def test_what_is_recalled_while_its_card_is_on_the_way_does_not_come(
    link, neighbour, ask, clock, meanwhile
):
    id_ = neighbour.share()

    def recall():
        neighbour.take_back(id_)
        neighbour.publish()
        fetch(link, clock)

    meanwhile("@exchange-cards", recall)
    ask()
    assert not link.copies and id_ not in storage.link_of(link.uid).copies
    ask()
    assert not link.copies


@pytest.mark.parametrize("name", ["@exchange", "@exchange-cards"])
@pytest.mark.parametrize("act", [operations.forget, operations.pause])
def test_what_comes_of_a_hub_that_is_forgotten_or_paused_meanwhile_is_left(
    wilster, link, neighbour, ask, name, act, meanwhile
):
    neighbour.share()
    meanwhile(name, lambda: act(link.uid, "hilde"))
    ask()
    assert not link.copies and shown() == []
    assert (storage.link_of(IUUID(wilster)) is None) == (act is operations.forget)


def test_a_hub_that_is_linked_again_brings_each_thing_once(wilster, link, neighbour, ask):
    kept, gone = neighbour.share(), neighbour.share("Weg")
    ask()
    for id_ in (kept, gone):
        releasing.release(link, id_, "toni")
    chain = storage.book().chains[neighbour.feed]
    seen = manifests.Seen(chain.seq, chain.hash)
    neighbour.take_back(gone)
    ask()
    operations.forget(link.uid, "hilde")
    operations.link_again(wilster, "hilde")
    with pytest.raises(operations.NotThis):
        operations.confirm(IUUID(wilster), link.key, "hilde")  # what was confirmed before
    neighbour.publish(seen=seen)
    ask()
    anew = storage.link_of(IUUID(wilster))
    operations.confirm(IUUID(wilster), anew.offered, "hilde")
    ask()
    ask()
    assert list(anew.copies) == [kept] and shown() == []
    releasing.release(anew, kept, "toni")
    assert len(shown()) == 1
    # it has seen our numbers: ours go on behind them, or it would take ours for old ones
    assert manifests.parsed(storage.book().chains[neighbour.feed].data).seq > seen.seq


def test_it_is_told_from_a_hub_that_does_not_know_us_when_its_clock_is_wrong(
    link, neighbour, ask, clock
):
    neighbour.forbids = True
    ask()
    assert link.problem == rules.NOT_KNOWN
    clock.pass_by(hours=12)
    neighbour.now = clock.now + timedelta(minutes=11)
    jobs.Fetch().do(link.uid, clock.now)
    assert link.problem == rules.CLOCK
    assert words.problem_of(link.problem) is words.PROBLEMS[rules.CLOCK]


def test_release_and_recall_of_one_copy_at_once_meet(web):
    database = web._p_jar.db()
    links = []
    for number in range(2):
        manager = transaction.TransactionManager(explicit=False)
        connection = database.open(manager)
        if not number:
            connection.root()["a-link"] = link = storage.Link("u", "https://a.example/netzwerk")
            link.copies.update({str(one): one for one in range(50)})
            manager.commit()
        links.append((connection, manager))
    (one, first), (two, second) = links
    try:
        second.begin()
        one.root()["a-link"].copies["7"] = "released"
        del two.root()["a-link"].copies["7"]
        second.commit()
        with pytest.raises(ConflictError):  # it is tried again, and finds nothing
            first.commit()
        first.abort()
        assert "7" not in one.root()["a-link"].copies
    finally:
        for connection, manager in links:
            manager.abort()
            connection.close()


def test_of_thousands_only_what_is_new_is_wanted(link, neighbour, clock):
    items = {f"{number:032x}": f"{number:064x}" for number in range(5000)}
    held = dict(items) | {f"{7:032x}": "f" * 64}
    del held[f"{9:032x}"]
    one = neighbour_manifest(neighbour, items, clock.now)
    began = process_time()
    found = following.changes(manifests.parsed(manifests.written(one)), held, {})
    assert found.wanted.keys() == {f"{7:032x}", f"{9:032x}"} and not found.gone
    assert process_time() - began < 2


def neighbour_manifest(neighbour, items, now):
    frame = publishing.Frame(neighbour.feed, neighbour.reader)
    return publishing.following(None, "", frame, items, now)


def test_a_crash_between_cards_leaves_the_rest_for_the_next_run(link, neighbour, ask, monkeypatch):
    monkeypatch.setattr(fetching, "AT_ONCE", 2)
    for number in range(5):
        neighbour.share(f"Nummer {number}")
    answers = iter([True, False])
    neighbour.lie = lambda name, a: a if name == "@exchange" or next(answers) else b"{"
    ask()
    assert len(link.copies) == 2
    neighbour.lie = lambda name, answer: answer
    ask(days=1)
    assert len(link.copies) == 5


def test_a_hub_that_is_forgotten_leaves_nothing(wilster, link, neighbour, ask):
    neighbour.share()
    ask()
    releasing.release(link, f"{1:032x}", "toni")
    operations.forget(IUUID(wilster), "hilde")
    assert shown() == [] and storage.link_of(IUUID(wilster)) is None
    assert neighbour.feed not in storage.book().chains


def test_a_hub_that_is_deleted_or_moves_is_forgotten(portal, wilster, link, neighbour, ask):
    neighbour.share()
    ask()
    releasing.release(link, f"{1:032x}", "toni")
    with As("hilde"):
        portal["netzwerk"].manage_delObjects([wilster.getId()])
    assert shown() == [] and not storage.book().links


def test_who_is_gone_is_named_no_more(link, neighbour, ask):
    id_ = neighbour.share()
    ask()
    releasing.release(link, id_, "toni")
    operations.forget_person("toni")
    assert link.copies[id_].by == "" and link.copies[id_].state == rules.FREE
    assert "toni" not in {entry.by for entry in storage.book().log.values()}
