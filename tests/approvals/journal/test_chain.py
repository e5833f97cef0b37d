"""What is wrong with a journal, told by kind; anchors from outside; a mark is no tampering."""

from kommunalhub.approvals.journal import chain

import json
import pytest


ORIGIN = chain.digest("uid")


def make(*texts, marks=None):
    """Return {seq: row} of a sound journal; marks: {seq of mark: (seq redacted, new text)}."""
    rows, previous = {}, ORIGIN
    for seq, text in enumerate(texts, start=1):
        facts = {"seq": seq, "previous": previous, "seal": chain.digest(text)}
        if seq in (marks or {}):
            redacts, remains = marks[seq]
            facts["redacts"] = {"seq": redacts, "seal": chain.digest(remains)}
            rows[redacts] = (rows[redacts][0], remains, rows[redacts][2])
        chained = json.dumps(facts)
        rows[seq] = (chained, text, chain.digest(chained))
        previous = rows[seq][2]
    return rows


def inspect(rows, length=None, head=None, anchor=None):
    length = len(rows) if length is None else length
    head = rows[length][2] if head is None else head
    return chain.inspect(rows, length, head, ORIGIN, anchor)


def test_a_sound_journal_and_an_empty_one():
    report = inspect(make("a", "b", "c"))
    assert (report.sound, report.length, report.redacted) == (True, 3, 0)
    assert chain.inspect({}, 0, ORIGIN, ORIGIN).sound


def changed_facts(rows):
    rows[2] = (rows[2][0].replace("2", "3", 1), *rows[2][1:])


def changed_text(rows):
    rows[2] = (rows[2][0], "something else", rows[2][2])


def emptied_text(rows):
    rows[2] = (rows[2][0], "", rows[2][2])


def missing(rows):
    del rows[2]


def swapped(rows):
    rows[2], rows[3] = rows[3], rows[2]


def nonsense(rows):
    rows[2] = ("[]", "b", chain.digest("[]"))


def forged(rows):
    """A hash that fits its text, in a chain that does not."""
    text = json.dumps({"seq": 2, "previous": "0", "seal": chain.digest("x")})
    rows[2] = (text, "x", chain.digest(text))


@pytest.mark.parametrize(
    ("tamper", "wrong"),
    [
        (changed_facts, chain.CHANGED),
        (changed_text, chain.TEXT),
        (emptied_text, chain.TEXT),
        (missing, chain.MISSING),
        (swapped, chain.MOVED),
        (nonsense, chain.CHANGED),
        (forged, chain.MOVED),
    ],
)
def test_each_kind_of_tampering_is_named(tamper, wrong):
    rows = make("a", "b", "c", "d")
    head = rows[4][2]
    tamper(rows)
    report = chain.inspect(rows, 4, head, ORIGIN)
    assert (report.broken, report.wrong) == (2, wrong)


def test_the_first_of_several_faults_is_told():
    rows = make("a", "b", "c", "d")
    head = rows[4][2]
    missing(rows)
    rows[1] = (rows[1][0], "other", rows[1][2])
    assert chain.inspect(rows, 4, head, ORIGIN).broken == 1


def test_a_redacted_entry_before_a_broken_one_is_not_taken_for_it():
    rows = make("a", "b", "c", "mark", marks={4: (1, "")})
    head = rows[4][2]
    changed_facts(rows)
    assert chain.inspect(rows, 4, head, ORIGIN).broken == 2


def test_an_end_cut_off_without_care_shows_by_the_note_of_the_end():
    rows = make("a", "b", "c")
    head = rows[3][2]
    del rows[3]
    report = chain.inspect(rows, 3, head, ORIGIN)
    assert (report.broken, report.wrong) == (3, chain.CUT)
    assert inspect(make("a", "b"), head=head).wrong == chain.CUT


def test_an_end_cut_off_with_care_shows_by_an_anchor_alone():
    rows = make("a", "b", "c")
    anchor = (3, rows[3][2])
    del rows[3]
    assert inspect(rows).sound
    report = inspect(rows, anchor=anchor)
    assert (report.broken, report.wrong) == (3, chain.CUT)


def test_a_chain_written_anew_shows_by_an_anchor():
    report = inspect(make("a", "x", "c"), anchor=(2, make("a", "b")[2][2]))
    assert (report.broken, report.wrong) == (2, chain.REWRITTEN)


def test_a_chain_may_grow_beyond_its_anchor():
    assert inspect(make("a", "b", "c"), anchor=(2, make("a", "b")[2][2])).sound
    assert inspect(make("a"), anchor=(0, ORIGIN)).sound


def test_what_was_redacted_with_a_mark_is_sound_and_counted():
    report = inspect(make("a", "b", "c", "mark", marks={4: (2, "")}))
    assert (report.sound, report.redacted) == (True, 1)


def test_a_redacted_entry_can_be_redacted_further():
    rows = make("a", "b", "m1", "m2", marks={3: (2, "less"), 4: (2, "nothing")})
    assert inspect(rows).sound
    assert inspect(rows).redacted == 1


@pytest.mark.parametrize("text", ["b", "", "a new story"])
def test_a_mark_covers_exactly_what_it_left(text):
    rows = make("a", "b", "c", "mark", marks={4: (2, "less")})
    rows[2] = (rows[2][0], text, rows[2][2])
    assert (inspect(rows).broken, inspect(rows).wrong) == (2, chain.TEXT)


@pytest.mark.parametrize("redacts", [4, 5, 0, -1, "2", None])
def test_a_mark_names_an_earlier_entry(redacts):
    rows = make("a", "b", "c")
    facts = {"seq": 4, "previous": rows[3][2], "seal": chain.digest("m")}
    text = json.dumps({**facts, "redacts": {"seq": redacts, "seal": ""}})
    rows[4] = (text, "m", chain.digest(text))
    assert (inspect(rows).broken, inspect(rows).wrong) == (4, chain.CHANGED)
