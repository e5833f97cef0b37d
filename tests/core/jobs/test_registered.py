"""Jobs are registered in one way, and all of them."""

from ast import ClassDef
from ast import parse
from ast import unparse
from ast import walk
from kommunalhub.core.jobs.interfaces import IJob
from pathlib import Path
from zope.component import getUtilitiesFor

import kommunalhub


SOURCE = Path(kommunalhub.__file__).parent


def implementers():
    """Yield (module, class) of each class that says it is a job."""
    for path in SOURCE.rglob("*.py"):
        module = ".".join(("kommunalhub", *path.relative_to(SOURCE).with_suffix("").parts))
        for node in walk(parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ClassDef) and any(
                unparse(mark) == "implementer(IJob)" for mark in node.decorator_list
            ):
                yield module, node.name


def test_each_job_is_registered_once(integration):
    registered = [(type(job).__module__, type(job).__name__) for _, job in getUtilitiesFor(IJob)]
    assert sorted(registered) == sorted(implementers())


def test_each_is_registered_by_its_class():
    """The class says what it is (`implementer`): no registration repeats it."""
    named = [path for path in SOURCE.rglob("*.zcml") if "jobs.interfaces.IJob" in path.read_text()]
    assert named == []
