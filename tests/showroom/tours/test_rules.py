"""The graph of a tour: what is reached, what is told, and that all tellings are one."""

from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom.tours import angles
from kommunalhub.showroom.tours import records
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours.rules import Detail
from kommunalhub.showroom.tours.rules import Scene
from kommunalhub.showroom.tours.rules import Tour
from kommunalhub.showroom.tours.rules import Way

import pytest


YAWS = st.integers(-180, 180)
PITCHES = st.integers(-90, 90)
UIDS = ("hof", "diele", "stube", "stall", "boden")
TARGETS = st.sampled_from((*UIDS, "gone"))
WAYS = st.builds(
    Way,
    id=st.just("w1"),
    target=TARGETS,
    yaw=YAWS,
    pitch=PITCHES,
    words=st.sampled_from(("", "Links durch das Tor", "Geradeaus")),
    step_free=st.sampled_from((True, False, None)),
)
DETAILS = st.builds(
    Detail,
    id=st.just("d1"),
    title=st.just("Wagen"),
    text=st.text(max_size=5),
    yaw=YAWS,
    pitch=PITCHES,
)


@st.composite
def tours(draw):
    uids = draw(st.lists(st.sampled_from(UIDS), unique=True, max_size=5))
    return Tour(
        tuple(
            Scene(
                uid,
                uid,
                uid.title(),
                ways=tuple(draw(st.lists(WAYS, max_size=4))),
                details=tuple(draw(st.lists(DETAILS, max_size=3))),
            )
            for uid in uids
        )
    )


@given(tours())
def test_each_scene_is_told_once_in_order(tour):
    told = rules.stops(tour)
    assert [stop.scene for stop in told] == list(tour.scenes)
    assert [stop.number for stop in told] == list(range(1, len(told) + 1))
    assert [stop.after for stop in told[:-1]] == [stop.scene for stop in told[1:]]
    assert [stop.before for stop in told[1:]] == [stop.scene for stop in told[:-1]]


@given(tours())
def test_each_way_and_each_detail_is_told_once_with_a_mark_of_its_own(tour):
    for stop in rules.stops(tour):
        leading = [w for w in stop.scene.ways if w.target in tour.by_uid]
        leading = [w for w in leading if w.target != stop.scene.uid]
        assert [exit_.way for exit_ in stop.exits] == leading
        assert [look.detail for look in stop.looks] == list(stop.scene.details)
        marks = [told.mark for told in (*stop.exits, *stop.looks)]
        assert len(set(marks)) == len(marks)


@given(tours())
def test_what_is_reached_without_steps_is_reached(tour):
    assert tour.reached(step_free=True) <= tour.reached() <= tour.by_uid.keys()


@given(tours())
def test_a_walk_leads_from_the_first_scene_to_its_goal_by_ways_there_are(tour):
    for scene in tour.scenes:
        walk = tour.walk(scene.uid)
        assert (walk is not None) == (scene.uid in tour.reached())
        for step, (here, way) in enumerate(walk or ()):
            assert way in here.ways
            following = walk[step + 1][0].uid if step + 1 < len(walk) else scene.uid
            assert way.target == following
        if walk:
            assert walk[0][0] is tour.scenes[0]
            assert len(walk) < len(tour.scenes)


def test_where_the_first_scene_is_steps_do_not_matter():
    assert rules.stops(Tour((Scene("hof", "hof", "Hof"),)))[0].step_free
    assert Tour().reached() == frozenset()


@given(YAWS, YAWS)
def test_a_direction_turns_with_who_looks(yaw, first):
    assert angles.direction(yaw, first) == angles.direction(angles.turned(yaw, -first), 0)
    assert -180 < angles.turned(yaw, first) <= 180


@given(YAWS)
def test_what_is_behind_lies_opposite(yaw):
    assert angles.direction(angles.opposite(yaw), yaw) == "behind"


@given(YAWS, PITCHES, YAWS, PITCHES)
def test_the_angle_between_two_points_is_the_same_both_ways(yaw, pitch, yaw2, pitch2):
    there = angles.apart((yaw, pitch), (yaw2, pitch2))
    assert there == pytest.approx(angles.apart((yaw2, pitch2), (yaw, pitch)), abs=1e-4)
    assert 0 <= there <= 180.001
    assert angles.apart((yaw, pitch), (yaw, pitch)) < 0.001


@given(YAWS, PITCHES)
def test_every_point_is_on_the_whole_picture(yaw, pitch):
    left, top = angles.spot(yaw, pitch)
    assert 0 <= left <= 100
    assert 0 <= top <= 100


RECORD = st.fixed_dictionaries(
    {},
    optional={
        "id": st.one_of(st.text(max_size=3), st.none(), st.integers()),
        "target": st.one_of(st.text(max_size=70), st.none(), st.lists(st.none())),
        "title": st.one_of(st.text(max_size=90), st.none(), st.booleans()),
        "yaw": st.one_of(st.integers(), st.floats(), st.text(max_size=3), st.none(), st.booleans()),
        "pitch": st.one_of(st.integers(-100, 100), st.floats(), st.none()),
        "words": st.one_of(st.text(max_size=130), st.none(), st.binary(max_size=2)),
        "step_free": st.one_of(st.booleans(), st.none(), st.integers(), st.text(max_size=2)),
        "tilt": st.integers(),
    },
)


@given(st.sampled_from(("way", "detail")), st.one_of(RECORD, st.none(), st.integers(), st.text()))
def test_what_is_sent_is_a_record_or_is_told_where_it_is_wrong(kind, sent):
    record, wrong = records.read(kind, sent)
    assert (record is None) == bool(wrong)
    if record is not None:
        assert records.read(kind, records.kept(record)) == (record, {})
        assert records.records(kind, [records.kept(record)]) == (record,)
        assert angles.is_inside(record.yaw, record.pitch)


@pytest.mark.parametrize(
    ("kind", "change", "wrong"),
    [
        ("way", {"target": ""}, {"target": "missing"}),
        ("way", {"target": "  "}, {"target": "missing"}),
        ("way", {"yaw": 181}, {"yaw": "range"}),
        ("way", {"pitch": -91}, {"pitch": "range"}),
        ("way", {"yaw": "90"}, {"yaw": "number"}),
        ("way", {"yaw": True}, {"yaw": "number"}),
        ("way", {"yaw": 12.5}, {"yaw": "number"}),
        ("way", {"words": "x" * 121}, {"words": "long"}),
        ("way", {"step_free": 1}, {"step_free": "choice"}),
        ("way", {"step_free": []}, {"step_free": "choice"}),
        ("way", {"words": ["Links"]}, {"words": "text"}),
        ("detail", {"title": None}, {"title": "missing"}),
        ("detail", {"text": "x" * 801}, {"text": "long"}),
        ("detail", {"href": "x"}, {"href": "unknown"}),
    ],
)
def test_what_is_wrong_is_told_at_its_name(kind, change, wrong):
    right = {"way": {"target": "u"}, "detail": {"title": "Wagen"}}[kind]
    assert records.read(kind, {"yaw": 0, "pitch": 0, **right, **change}) == (None, wrong)


@given(st.lists(st.sampled_from(("", "w1", "w2", "w7", "d1", "x")), max_size=8))
def test_ids_are_given_by_the_house_and_each_once(ids):
    taken = {"w1", "w7"}
    numbered = rules.numbered([Way(one, "u", 0, 0, "") for one in ids], taken, "w")
    found = [record.id for record in numbered]
    assert len(set(found)) == len(found)
    assert all(one[0] == "w" and one[1:].isdecimal() for one in found)
    for sent, given_id in zip(ids, found, strict=True):
        if sent not in taken:
            assert given_id not in taken


def test_a_record_keeps_the_id_by_which_it_is_known():
    way = Way("w3", "u", 0, 0, "Hinaus")
    assert rules.numbered([replace(way, words="Hinein")], {"w3"}, "w")[0].id == "w3"
