"""What is kept of substitutions, and the job that tells of them once."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.partners.substitution import storage
from kommunalhub.partners.substitution.rules import Substitution
from kommunalhub.partners.substitution.storage import Book


START = datetime(2026, 8, 3, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)


def plan(start=0, hours=1, absent="anna", substitute="bert"):
    begins = START + start * HOUR
    return Substitution(absent, substitute, begins, begins + hours * HOUR)


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=20)


@given(SPANS, st.integers(-5, 70))
def test_the_indexes_find_what_is_not_over_and_nothing_else(spans, hour):
    book, now = Book(), START + hour * HOUR
    for start, hours in spans:
        book.add(plan(start, hours), begun=False)
    expected = {one.id for one in book if one.end > now}
    assert {one.id for one in book.substituted_by("bert", now)} == expected
    assert {one.id for one in book.absences_of("anna", now)} == expected
    assert {one.id for one in book.running(now)} == expected
    assert book.substituted_by("anna", now) == []
    active = {one.substitute for one in book if one.is_active(now)}
    assert book.acting(now) == active


@given(SPANS, st.data())
def test_what_is_removed_leaves_nothing(spans, data):
    book = Book()
    for start, hours in spans:
        kept = book.add(plan(start, hours), begun=data.draw(st.booleans()))
        if data.draw(st.booleans()):
            book.end(kept.id, kept.start)
    for one in list(book):
        book.remove(one.id)
    for index in (book.rows, book.by_substitute, book.by_absent, book.pending):
        assert len(index) == 0


def test_ids_are_not_used_again():
    book = Book()
    first = book.add(plan(), begun=False)
    book.remove(first.id)
    assert book.add(plan(), begun=False).id > first.id


def test_beginning_and_end_fall_due_and_at_last_it_is_forgotten():
    book = Book()
    kept = book.add(plan(hours=2), begun=False)
    assert book.due(START - HOUR / 2) == []
    assert [what for _at, _id, what in book.due(START)] == [storage.BEGINS]
    assert [what for _at, _id, what in book.due(kept.end)] == [storage.BEGINS, storage.ENDS]
    for entry in book.due(kept.end):
        book.done(entry)
    assert book.due(kept.end + timedelta(days=300)) == []
    assert [what for _a, _i, what in book.due(kept.end + storage.KEPT)] == [storage.FORGET]


def test_what_was_ended_early_is_not_told_again():
    book = Book()
    kept = book.add(plan(hours=9), begun=True)
    book.end(kept.id, kept.start + HOUR)
    assert book.due(kept.end) == []
    assert book[kept.id].end == kept.start + HOUR


def test_every_change_writes_the_book_itself():
    """So that two writers at once conflict, and the second is checked against the first."""
    book = Book()
    seen = [book.changes]
    kept = book.add(plan(), begun=False)
    seen.append(book.changes)
    book.end(kept.id, kept.start)
    seen.append(book.changes)
    book.remove(kept.id)
    seen.append(book.changes)
    assert sorted(set(seen)) == seen
