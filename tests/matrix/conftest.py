"""The stage of the matrix, on the functional layer."""

from matrix.stage import build
from matrix.table import promises

import pytest


@pytest.fixture
def stage(sections, functional):
    """Return a function that builds the stage for one type: {state: object}."""
    return lambda portal_type, states: build(functional["portal"], promises()[portal_type], states)
