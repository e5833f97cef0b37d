"""The examples in docstrings give what they say."""

from importlib import import_module
from pathlib import Path

import doctest
import kommunalhub
import pytest


SOURCE = Path(kommunalhub.__file__).parent
MODULES = [
    ".".join(("kommunalhub", *path.relative_to(SOURCE).with_suffix("").parts))
    for path in sorted(SOURCE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    found = doctest.testmod(import_module(name))
    assert found.attempted
    assert not found.failed
