"""What is kept of forms: bounded, forgotten in time, one thing per slip though two writers race."""

from kommunalhub.core.forms import slips
from kommunalhub.core.forms.storage import FORMS
from kommunalhub.core.forms.storage import Made
from kommunalhub.core.forms.storage import Slips
from kommunalhub.core.forms.storage import Typed
from ZODB import DB
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError

import pytest
import transaction


NOW = 1_780_000_000
MADE = Made("mia", "/hub/x", "abc", "http://localhost/hub/f-1", "Dach")
TYPED = Typed("/hub/x", {"title": "Dach"}, ["a.pdf"])


def test_what_was_made_is_known():
    kept = Slips()
    assert kept.made_with("1") is None
    kept.remember("1", MADE)
    assert kept.made_with("1") == MADE


def test_the_very_same_is_known_for_a_day():
    kept = Slips()
    kept.remember(slips.new_number(NOW), MADE)
    assert kept.same("mia", "/hub/x", "abc", NOW + 60) == MADE
    assert kept.same("rita", "/hub/x", "abc", NOW + 60) is None
    assert kept.same("mia", "/hub/y", "abc", NOW + 60) is None
    assert kept.same("mia", "/hub/x", "other", NOW + 60) is None
    assert kept.same("mia", "/hub/x", "abc", NOW + slips.SAME + 60) is None


def test_what_was_typed_is_its_persons_alone_and_not_for_long():
    kept = Slips()
    number = kept.keep("mia", TYPED, NOW)
    assert kept.typed_by("mia", number, NOW + 60) == TYPED
    assert kept.typed_by("rita", number, NOW + 60) is None
    assert kept.typed_by("mia", "other", NOW + 60) is None
    assert kept.typed_by("mia", number, NOW + slips.KEPT + 1) is None


def test_one_person_keeps_few_forms_and_no_large_ones():
    kept = Slips()
    numbers = [kept.keep("mia", TYPED, NOW + second) for second in range(FORMS + 3)]
    assert list(kept.typed["mia"]) == numbers[3:]
    large = Typed("/hub/x", {"title": "x" * slips.MOST}, [])
    assert kept.keep("mia", large, NOW) is None
    assert len(kept.typed["mia"]) == FORMS


def test_what_is_saved_is_forgotten():
    kept = Slips()
    first, second = (kept.keep("mia", TYPED, NOW + n) for n in (0, 1))
    kept.forget_typed("mia", first)
    kept.forget_typed("mia", "never there")
    kept.forget_typed("rita", "never there")
    assert list(kept.typed["mia"]) == [second]
    kept.forget_typed("mia")
    assert list(kept.typed) == []


def test_what_is_old_goes():
    kept = Slips()
    old, young = (slips.new_number(NOW - age) for age in (slips.LIFE + 60, 60))
    for number in (old, young):
        kept.remember(number, MADE)
    assert kept.untidy(NOW)
    kept.tidy(NOW)
    assert list(kept.made) == [young]
    assert not kept.untidy(NOW)
    kept.keep("mia", TYPED, NOW - slips.KEPT - 60)
    kept.keep("rita", TYPED, NOW)
    assert kept.untidy(NOW)
    kept.tidy(NOW)
    assert list(kept.typed) == ["rita"]


@pytest.fixture
def database(tmp_path):
    database = DB(FileStorage(str(tmp_path / "Data.fs")))
    with database.transaction() as connection:
        connection.root()["slips"] = Slips()
        connection.root()["slips"].remember("0", MADE)
    yield database
    database.close()


@pytest.mark.parametrize(("other", "collides"), [("1", True), ("2", False)])
def test_two_requests_with_one_slip_cannot_both_be_saved(database, other, collides):
    first, second = transaction.TransactionManager(), transaction.TransactionManager()
    kept = [database.open(manager).root()["slips"] for manager in (first, second)]
    kept[0].remember("1", MADE)
    kept[1].remember(other, MADE)
    first.commit()
    if collides:
        with pytest.raises(ConflictError):
            second.commit()
        second.abort()
        assert kept[1].made_with(other) == MADE
    else:
        second.commit()
        assert sorted(kept[1].made) == ["0", "1", "2"]
    for slips_ in kept:
        slips_._p_jar.close()
