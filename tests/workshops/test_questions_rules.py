"""Own questions: what can be asked, what is an answer, and that answers outlive changes."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.workshops import questions
from kommunalhub.workshops.questions import WrongQuestion

import pytest


CAR = {"id": "car", "title": "Kommen Sie mit dem Auto?", "kind": "yesno", "needed": True}
PLACE = {
    "id": "place",
    "title": "Wie viele Plätze haben Sie frei?",
    "when": "car",
    "equals": "yes",
    "needed": True,
}
FOOD = {"id": "food", "title": "Was essen Sie?", "kind": "choice", "choices": ["alles", "vegan"]}
THREE = questions.read([CAR, PLACE, FOOD])


@pytest.mark.parametrize(
    ("data", "code", "number"),
    [
        ("no list", "many", 0),
        ([CAR] * 21, "many", 0),
        ([CAR, CAR], "id", 2),
        ([{**CAR, "id": "Ä"}], "id", 1),
        ([{**CAR, "title": " "}], "title", 1),
        ([{**CAR, "title": "x" * 201}], "title", 1),
        ([{**CAR, "title": "two\nlines"}], "title", 1),
        ([{**CAR, "title": 7}], "title", 1),
        ([None], "title", 1),
        ([{**CAR, "kind": "number"}], "kind", 1),
        ([{**CAR, "needed": "yes"}], "kind", 1),
        ([{**FOOD, "choices": ["one"]}], "choices", 1),
        ([{**FOOD, "choices": ["one", "one "]}], "choices", 1),
        ([{**FOOD, "choices": ["one", ["two"]]}], "choices", 1),
        ([PLACE, CAR], "condition", 1),
        ([CAR, {**PLACE, "equals": "maybe"}], "condition", 2),
        ([CAR, {**PLACE, "equals": ""}], "condition", 2),
    ],
)
def test_what_cannot_be_asked_is_told_by_its_number(data, code, number):
    with pytest.raises(WrongQuestion) as wrong:
        questions.read(data)
    assert (wrong.value.code, wrong.value.number) == (code, number)


def test_questions_are_kept_as_they_are_read():
    assert questions.read(questions.plain(THREE)) == THREE


@pytest.mark.parametrize(
    ("typed", "answers", "wrong"),
    [
        ({}, {}, {"car": "missing"}),
        ({"car": "no"}, {"car": False}, {}),
        ({"car": True}, {"car": True}, {"place": "missing"}),
        ({"car": "yes", "place": " 3 "}, {"car": True, "place": "3"}, {}),
        ({"car": "no", "place": "3"}, {"car": False}, {}),  # not asked of who does not drive
        ({"car": "perhaps"}, {}, {"car": "yesno"}),
        ({"car": "no", "food": "fish"}, {"car": False}, {"food": "choice"}),
        ({"car": "no", "food": ["vegan"]}, {"car": False}, {"food": "text"}),
        ({"car": True, "place": "x" * 1001}, {"car": True}, {"place": "long"}),
        ({"car": True, "place": 3}, {"car": True}, {"place": "text"}),
    ],
)
def test_answers_are_typed(typed, answers, wrong):
    assert questions.checked(THREE, typed) == (answers, wrong)


def test_answers_outlive_their_questions():
    answers, _wrong = questions.checked(THREE, {"car": "yes", "place": "3", "food": "vegan"})
    fewer = questions.without(questions.without(THREE, "food"), "place")
    kept, wrong = questions.checked(fewer, {"car": "no"}, answers)
    assert (kept, wrong) == ({"car": False, "place": "3", "food": "vegan"}, {})
    other = questions.read([CAR, PLACE, {**FOOD, "choices": ["alles", "Fisch"]}])
    kept, wrong = questions.checked(other, answers, answers)
    assert (kept, wrong) == (answers, {})


def test_no_question_leaves_another_without_its_condition():
    with pytest.raises(WrongQuestion):
        questions.without(THREE, "car")
    with pytest.raises(WrongQuestion):
        questions.moved(THREE, "place", -1)
    assert [one.id for one in questions.moved(THREE, "food", -1)] == ["car", "food", "place"]
    assert questions.moved(THREE, "food", 1) == THREE


WORDS = st.text("abc äß?", min_size=1, max_size=8).filter(str.strip)


@st.composite
def asked(draw):
    """Any questions that can be asked."""
    data = []
    for number in range(draw(st.integers(0, 6))):
        one = {
            "id": f"q{number}",
            "title": draw(WORDS),
            "kind": draw(st.sampled_from(questions.KINDS)),
            "choices": draw(st.lists(WORDS, min_size=2, max_size=4, unique_by=str.strip)),
            "needed": draw(st.booleans()),
        }
        earlier = [other for other in questions.read(data) if other.values]
        if earlier and draw(st.booleans()):
            other = draw(st.sampled_from(earlier))
            one |= {"when": other.id, "equals": draw(st.sampled_from(other.values))}
        data.append(one)
    return questions.read(data)


VALUES = st.none() | st.booleans() | WORDS | st.sampled_from(["yes", "no", ""]) | st.integers()


@given(asked(), st.data())
def test_whatever_is_typed_the_answers_are_whole_or_something_is_told(found, data):
    def value(one):
        return data.draw(VALUES | st.sampled_from(one.values or ("",)))

    typed = {one.id: value(one) for one in found}
    answers, wrong = questions.checked(found, typed, {"gone": "kept"})
    assert answers["gone"] == "kept"
    assert not set(answers) & set(wrong)
    for one in found:
        if one.id in answers:
            assert questions.is_asked(one, answers)
    if not wrong:
        assert questions.missing(found, answers) == []
        assert questions.checked(found, answers, answers) == (answers, {})
