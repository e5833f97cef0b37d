"""What all tests of a module stand on, built once for them instead of once for each."""

from kommunalhub.testing import FIXTURE
from plone.app.testing import PloneSandboxLayer

import pytest
import transaction


class Stage(PloneSandboxLayer):
    """What `build(portal)` makes, on top of the hub for as long as the layer is set up."""

    defaultBases = (FIXTURE,)

    def __init__(self, build):
        super().__init__(name=f"{build.__module__}:{build.__name__}")
        self.build = build

    def setUpPloneSite(self, portal):
        self.build(portal)
        # Here and now: without the site, which the layer forgets before it commits, much is lost.
        transaction.commit()


def staged(build, on="integration_session"):
    """Return a fixture that keeps what `build(portal)` makes for the tests of one module.

    populated = staged(populate)

    Every test of the module sees it, and none sees what another one changes in it. on: the fixture
    whose content it lies on, such as `demo_content`.
    """

    @pytest.fixture(scope="module")
    def stage(request):
        request.getfixturevalue(on)
        layer = Stage(build)
        layer.setUp()
        yield
        layer.tearDown()

    return stage
