"""Taking a case, handing it over, giving it back: what follows, and what never does."""

from kommunalhub.approvals import operations
from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.assignment.reading import colleagues
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import CommentTooLong
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.notices.operations import TOLD
from kommunalhub.partners.rolecache import forget_roles
from plone import api
from Products.CMFCore.indexing import processQueue

import pytest
import transaction


PETRA, PAUL, BO, MIA = (
    "malente-pruefung",
    "malente-pruefung2",
    "malente-beides",
    "malente-mitarbeit",
)
APPLICANT, LEA = "malente-redaktion", "lensahn-pruefung"


@pytest.fixture
def case(portal, travel):
    """A case that was submitted in an earlier transaction, as far as notices are concerned."""
    case = travel(portal, state="submitted")
    transaction.get().set_data(TOLD, {})
    return case


def uids(**filters):
    forget_roles()
    return [brain.UID for brain in inbox_brains(**filters)]


def test_who_takes_a_case_is_told_to_the_group(case, acting, notices):
    with acting(PETRA):
        assignment.take(case)
        assert uids(assigned="me") == [case.UID()]
        assert uids(assigned="nobody") == []
    with acting(PAUL):
        assert uids(assigned="me") == []
        [row] = [Rows()(brain) for brain in inbox_brains()]
    assert (row["assigned"]["name"], row["assigned"]["mine"]) == ("Petra Malente", False)
    assert row["may_take"] is False
    assert notices(PAUL) == [("transition", "submit")]
    entry = IJournal(case).last("assigned")
    assert (entry["actor"], entry["action"], entry["fields"]) == (PETRA, "taken", [])


def test_taking_twice_is_taking_once(case, acting):
    with acting(PETRA):
        assignment.take(case)
        assignment.take(case)
    assert [entry["kind"] for entry in IJournal(case)].count("assigned") == 1


def test_the_second_is_told_who_was_first(case, acting):
    with acting(PETRA):
        assignment.take(case)
    with acting(PAUL), pytest.raises(assignment.AlreadyTaken, match="Petra Malente"):
        assignment.take(case)
    assert assigned_to(case) == PETRA


def test_taking_over_names_whom_from_and_tells_them(case, acting, notices):
    with acting(PETRA):
        assignment.take(case)
    with acting(PAUL):
        assignment.take(case, seen=PETRA)
    assert assigned_to(case) == PAUL
    assert IJournal(case).last("assigned")["fields"] == [PETRA]
    assert notices(PETRA)[-1] == ("assigned", "taken")
    with acting(PETRA), pytest.raises(assignment.AlreadyTaken, match="Paul Malente"):
        assignment.take(case, seen=PETRA)


def test_handing_over_with_a_word(case, acting, notices):
    with acting(PETRA):
        assignment.hand_over(case, PAUL, "Ich bin morgen nicht da.")
    assert assigned_to(case) == PAUL
    entry = IJournal(case).last("assigned")
    assert (entry["action"], entry["fields"]) == ("handed", [PAUL])
    assert entry["comment"] == "Ich bin morgen nicht da."
    assert notices(PAUL)[-1] == ("assigned", "handed")
    assert ("assigned", "handed") not in notices(APPLICANT)


def test_only_who_has_a_case_hands_it_over(case, acting):
    with acting(PETRA):
        assignment.take(case)
    with acting(PAUL), pytest.raises(assignment.AlreadyTaken, match="Petra Malente"):
        assignment.hand_over(case, BO)


@pytest.mark.parametrize("person", [LEA, MIA, APPLICANT, "hubleitung", "nobody", "", "-"])
def test_who_cannot_decide_gets_no_case(case, acting, person):
    with acting(PETRA), pytest.raises(assignment.WrongPerson):
        assignment.hand_over(case, person)
    assert assigned_to(case) is None


def test_four_eyes_hold_for_who_is_to_take_over(portal, travel, acting):
    case = travel(portal, by=BO, state="submitted")
    with acting(PETRA):
        assert [userid for userid, _name in colleagues(case)] == [PAUL, PETRA]
        with pytest.raises(assignment.WrongPerson):
            assignment.hand_over(case, BO)
    with acting(BO), pytest.raises(NotAllowed):
        assignment.take(case)


@pytest.mark.parametrize("person", [APPLICANT, MIA, LEA, "hubleitung"])
def test_whom_a_case_does_not_wait_for_takes_none(case, acting, person):
    with acting(person), pytest.raises(NotAllowed):
        assignment.take(case)


@pytest.mark.parametrize("state", ["draft", "returned", "approved", "closed"])
def test_what_waits_for_no_group_is_taken_by_nobody(portal, travel, acting, state):
    if state == "closed":
        case = travel(portal, state="approved")
        with acting("hubleitung"):
            operations.decide(case, "close")
    else:
        case = travel(portal, state=state)
    with acting(PETRA), pytest.raises(NotPossible):
        assignment.take(case)


def test_a_substitute_takes_a_case(case, acting, away):
    with acting(MIA):
        assignment.take(case)
    assert assigned_to(case) == MIA
    with acting(PAUL):
        assert MIA in dict(colleagues(case))


def test_it_gives_no_right_and_takes_none(case, acting):
    with acting(PETRA):
        assignment.take(case)
    with acting(PAUL):
        operations.decide(case, "approve")
    assert api.content.get_state(case) == "approved"


def test_it_ends_with_the_step(case, acting):
    with acting(PETRA):
        assignment.take(case)
        operations.decide(case, "return", "Bitte ergänzen.")
    with acting(APPLICANT):
        operations.decide(case, "submit")
    assert assigned_to(case) is None
    with acting(PAUL):
        assert uids(assigned="nobody") == [case.UID()]
        assert uids(assigned="me") == []


def test_giving_back(case, acting):
    with acting(PETRA):
        assignment.take(case)
        assignment.give_back(case)
        assert uids(assigned="nobody") == [case.UID()]
        with pytest.raises(assignment.AlreadyTaken):
            assignment.give_back(case)
    assert IJournal(case).last("assigned")["action"] == "given_back"
    assert IJournal(case).verify() is None


def test_it_is_no_decision(case, acting):
    with acting(PAUL):
        seen = operations.seen_mark(case)
    with acting(PETRA):
        assignment.take(case)
    with acting(PAUL):
        operations.decide(case, "approve", seen_state=seen)
    assert operations.last_decision(case)["actor"] == PAUL


def test_a_question_changes_nothing_of_it(case, acting):
    with acting(PETRA):
        assignment.take(case)
        conversation.ask(case, "Wann?")
    assert assigned_to(case) == PETRA
    with acting(APPLICANT):
        forget_roles()
        [row] = [Rows()(brain) for brain in inbox_brains()]
    assert (row["assigned"], row["may_take"]) == (None, False)


def test_a_copy_is_with_nobody(portal, case, acting):
    with acting(PETRA):
        assignment.take(case)
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case, portal.malente)
    processQueue()
    assert assigned_to(copy) is None


def test_what_somebody_had_whose_account_goes_waits_for_all(case, acting):
    with acting(PETRA):
        assignment.take(case)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=PETRA)
    assert assigned_to(case) is None
    assert IJournal(case).last("assigned")["actor"] == "system"
    with acting(PAUL):
        assert uids(assigned="nobody") == [case.UID()]


def test_a_long_word_is_told(case, acting):
    with acting(PETRA), pytest.raises(CommentTooLong):
        assignment.hand_over(case, PAUL, "x" * 5001)
    assert assigned_to(case) is None


def test_the_absence_of_who_has_it_stands_beside_the_name(case, acting, away):
    with acting(PETRA):
        assignment.take(case)
    with acting(PAUL):
        [row] = [Rows()(brain) for brain in inbox_brains()]
    assert row["assigned"]["away"].mapping["name"] == "Mia Malente"
