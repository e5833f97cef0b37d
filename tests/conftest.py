"""Fixtures from the layers of kommunalhub.testing."""

from kommunalhub.testing import FUNCTIONAL_TESTING
from kommunalhub.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory


pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(((FUNCTIONAL_TESTING, "functional"), (INTEGRATION_TESTING, "integration")))
)
