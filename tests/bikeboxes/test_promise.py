"""What the offer promises is kept over every channel: the walk of tests/matrix, by its own rows."""

from bikeboxes.layer import EmptyLayer
from bikeboxes.matrix import PROMISE
from kommunalhub.testing import FIXTURE
from matrix.stage import build
from matrix.walk import walk

import pytest


LAYER = EmptyLayer(bases=(FIXTURE,), name="bikeboxes:EmptyLayer")


@pytest.fixture(scope="module")
def offered(functional_session):
    LAYER.setUp()
    yield
    LAYER.tearDown()


def test_each_person_sees_and_edits_what_was_promised(offered, functional):
    objects = build(functional["portal"], PROMISE, PROMISE.rows)
    wrong = walk(functional, PROMISE, objects)
    assert not wrong, "\n".join(wrong)
