"""Fixtures from the layers of kommunalhub.testing; tests that ask for none start without Plone."""

from kommunalhub.testing import BUILT_INTEGRATION_TESTING
from kommunalhub.testing import DEMO_FUNCTIONAL_TESTING
from kommunalhub.testing import FUNCTIONAL_TESTING
from kommunalhub.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory

import pytest


pytest_plugins = ["pytest_plone"]

LAYERS = (
    (FUNCTIONAL_TESTING, "functional"),
    (INTEGRATION_TESTING, "integration"),
    (BUILT_INTEGRATION_TESTING, "built"),
    (DEMO_FUNCTIONAL_TESTING, "demo"),
)
globals().update(fixtures_factory(LAYERS, keep_session=False))


@pytest.fixture(autouse=True, scope="session")
def keep_layers(request):
    """Keep each layer for the whole run, but only those that a collected test asks for."""
    wanted = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    for _layer, name in LAYERS:
        if name in wanted:
            request.getfixturevalue(f"{name}_session")
