"""What a tour lacks is found, and a whole one is left in peace."""

from dataclasses import replace
from hypothesis import given
from kommunalhub.showroom.tours import linting
from kommunalhub.showroom.tours.rules import Detail
from kommunalhub.showroom.tours.rules import Scene
from kommunalhub.showroom.tours.rules import Tour
from kommunalhub.showroom.tours.rules import Way
from tests.showroom.tours.test_rules import tours

import pytest


YARD = Scene(
    "hof",
    "hof",
    "Der Hof",
    "Sie stehen auf dem Pflaster.",
    ways=(Way("w1", "diele", 90, 0, "Rechts durch das Tor in die Diele", True),),
)
HALL = Scene(
    "diele",
    "diele",
    "Die Diele",
    "Sie stehen in der Diele.",
    ways=(Way("w1", "hof", -90, 0, "Links durch das Tor in den Hof", True),),
    details=(Detail("d1", "Der Wagen", "Die Räder sind mit Eisen beschlagen.", 10, -5),),
)
WHOLE = Tour((YARD, HALL))


def found(tour):
    return [(problem.code, problem.scene, problem.point) for problem in linting.problems(tour)]


def test_a_whole_tour_lacks_nothing():
    assert linting.problems(WHOLE) == ()


def hall(**changes):
    return Tour((YARD, replace(HALL, **changes)))


def way(**changes):
    return hall(ways=(replace(HALL.ways[0], **changes),))


def detail(**changes):
    return hall(details=(replace(HALL.details[0], **changes),))


@pytest.mark.parametrize(
    ("tour", "problems"),
    [
        (Tour(), [("empty", None, None)]),
        (hall(words=" "), [("undescribed", "diele", None)]),
        (hall(has_picture=False), [("unpictured", "diele", None)]),
        (hall(is_broken=True), [("broken", "diele", None)]),
        (
            Tour((replace(YARD, ways=()), HALL)),
            [("unreachable", "diele", None), ("one_way", "diele", "w1")],
        ),
        (hall(ways=()), [("one_way", "hof", "w1")]),
        (way(target="gone"), [("one_way", "hof", "w1"), ("lost", "diele", "w1")]),
        (way(target="diele"), [("one_way", "hof", "w1"), ("lost", "diele", "w1")]),
        (way(words=""), [("wordless", "diele", "w1")]),
        (way(words="Rechts durch das Tor"), [("contrary", "diele", "w1")]),
        (way(step_free=None), [("steps", "diele", "w1")]),
        (way(yaw=-200), [("outside", "diele", "w1")]),
        (detail(title=""), [("untold", "diele", "d1")]),
        (detail(text=" "), [("untold", "diele", "d1")]),
        (detail(pitch=-95), [("outside", "diele", "d1")]),
        (detail(yaw=-88, pitch=2), [("close", "diele", "d1")]),
    ],
)
def test_what_is_missing_is_told_once_and_where(tour, problems):
    assert found(tour) == problems


@pytest.mark.parametrize(
    ("words", "yaw"),
    [
        ("Links durch das Tor, dann rechts", 90),
        ("Geradeaus in die Stube", -90),
        ("Die linke Tür", -45),
        ("Rechts hinaus", 180),
    ],
)
def test_words_that_fit_are_left_in_peace(words, yaw):
    assert "contrary" not in [code for code, *_rest in found(way(words=words, yaw=yaw))]


def test_words_are_as_one_looks_on_coming_in_not_as_the_picture_was_taken():
    turned = hall(view=replace(HALL.view, yaw=180))
    assert ("contrary", "diele", "w1") in found(turned)


@given(tours())
def test_a_tour_that_lacks_nothing_leads_everywhere_and_back(tour):
    problems = linting.problems(tour)
    codes = {problem.code for problem in problems}
    assert ("empty" in codes) == (not tour.scenes)
    if codes.isdisjoint({"unreachable", "empty"}):
        assert tour.reached() == set(tour.by_uid)
    if codes.isdisjoint({"unreachable", "one_way", "lost", "empty"}):
        for scene in tour.scenes:  # from each one comes to all others
            others = [other for other in tour.scenes if other is not scene]
            assert Tour((scene, *others)).reached() == set(tour.by_uid)


@given(tours())
def test_what_is_found_names_scenes_and_points_there_are(tour):
    for problem in linting.problems(tour):
        if problem.scene is not None:
            scene = tour.by_uid[problem.scene]
            points = {point.id for point in (*scene.ways, *scene.details)}
            assert problem.point is None or problem.point in points
