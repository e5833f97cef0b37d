"""Fixtures from the layers of kommunalhub.testing; tests that ask for none start without Plone."""

from kommunalhub.site.server import memory
from kommunalhub.testing import BUILT_FIXTURE
from kommunalhub.testing import DEMO_FIXTURE
from kommunalhub.testing import FUNCTIONAL_TESTING
from kommunalhub.testing import INTEGRATION_TESTING
from moments import begin
from moments import MOMENTS
from pathlib import Path
from pytest_plone import fixtures_factory
from races import is_race
from races import PAIR
from zope.i18n.compile import compile_mo_file
from zope.security.management import endInteraction
from zope.security.management import queryInteraction

import hypothesis
import kommunalhub
import os
import pytest
import sharing
import shutil
import sysconfig
import tempfile


# How long a machine takes says nothing about the rules.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

pytest_plugins = ["pytest_plone"]
# What several folders of tests share says as much about a failure as a test itself.
pytest.register_assert_rewrite("workflows")

LAYERS = ((FUNCTIONAL_TESTING, "functional"), (INTEGRATION_TESTING, "integration"))
globals().update(fixtures_factory(LAYERS, keep_session=False))

#: Where catalogues are, ours and those of all packages: some come without what they compile to.
PLACES = (Path(kommunalhub.__file__).parent, Path(sysconfig.get_path("purelib")))

#: Files whose tests go to whichever process is free, not all to one.
SPREAD = ("tests/browser/test_accessibility.py", "tests/browser/test_forms.py")

#: Folders of tests that take longest: begun first, so that no process waits for another at the end.
LONGEST = ("setup", "browser", "matrix", "security/walk")


def pytest_addoption(parser):
    parser.addoption(
        "--moment", choices=MOMENTS, default="wednesday", help="when the tests run, see moments.py"
    )
    parser.addoption(
        "--write-letters", action="store_true", help="write the files of tests/notices/letters anew"
    )


def pytest_configure(config):
    """Set the clock, and compile the catalogues: of two processes at once one reads half a file."""
    begin(MOMENTS[config.option.moment])
    if hasattr(config, "workerinput"):
        live_apart(config)
    if not hasattr(config, "workerinput"):
        if getattr(config.option, "numprocesses", None):
            config.add_cleanup(sharing.begin())
        for place in PLACES:
            for catalogue in place.rglob("LC_MESSAGES/*.po"):
                compile_mo_file(catalogue.stem, str(catalogue.parent))


def pytest_collection_finish(session):
    """Look for cycles as seldom as a server does: all that was imported stays anyway."""
    memory.settle()


def live_apart(config):
    """Give one of several processes a folder of its own for what is temporary.

    The servers of plone.testing keep their instance's home in the folder of temporary files itself.
    """
    own = tempfile.mkdtemp(prefix="kommunalhub-tests-")
    os.chmod(own, 0o711)  # PostgreSQL runs as another user, and has its folder below
    tempfile.tempdir = os.environ["TMPDIR"] = own
    config.add_cleanup(lambda: shutil.rmtree(own, ignore_errors=True))


def pytest_collection_modifyitems(config, items):
    first = tuple(f"{config.rootpath}/tests/{folder}/" for folder in LONGEST)

    def place(item):
        if is_race(item.path):
            return (0, item.path.name)  # the one that lets time pass for a machine comes last
        return (1, "" if str(item.path).startswith(first) else "later")

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give each process whole files, and one of them all races: they share two machines."""
    if config.option.dist != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class Together(LoadFileScheduling):
        def _split_scope(self, nodeid):
            file = super()._split_scope(nodeid)
            if file in SPREAD:
                return nodeid
            return "races" if is_race(file) else file

    return Together(config, log)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item, nextitem):
    """Let the two machines go with the last race: they take a third of the memory there is."""
    if is_race(item.path) and not (nextitem is not None and is_race(nextitem.path)):
        PAIR.stop()


@pytest.fixture(scope="session")
def racing(tmp_path_factory):
    """Return a function: the house of a kind on the two machines that all races share."""
    return lambda kind: PAIR.house(kind, lambda: tmp_path_factory.mktemp("machines"))


@pytest.fixture(autouse=True, scope="session")
def keep_layers(request):
    """Keep each layer for the whole run, but only those that a collected test asks for."""
    wanted = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    for _layer, name in LAYERS:
        if name in wanted:
            request.getfixturevalue(f"{name}_session")


@pytest.fixture(autouse=True)
def interactions_end():
    """No test inherits who took part in the one before (see zope.security)."""
    yield
    if queryInteraction() is not None:
        endInteraction()


@pytest.fixture(scope="module")
def built_content(integration_session):
    """Sections and pages for the tests of one module."""
    sharing.set_up(BUILT_FIXTURE)
    yield
    BUILT_FIXTURE.tearDown()


@pytest.fixture
def built(built_content, integration):
    """The integration layer with the sections of a hub."""
    return integration


@pytest.fixture(scope="module")
def sections(functional_session):
    """The sections and pages of a hub for the tests of one module, on the functional layer."""
    sharing.set_up(BUILT_FIXTURE)
    yield
    BUILT_FIXTURE.tearDown()


@pytest.fixture(scope="module")
def demo_content(functional_session):
    """The demo's people and work for the tests of one module."""
    sharing.set_up(BUILT_FIXTURE)
    sharing.set_up(DEMO_FIXTURE)
    yield
    DEMO_FIXTURE.tearDown()
    BUILT_FIXTURE.tearDown()


@pytest.fixture
def demo(demo_content, functional):
    """The functional layer with demo content."""
    return functional
