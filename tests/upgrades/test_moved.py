"""Stored objects find their classes: those of every version that sites may have been made with."""

from kommunalhub.upgrades.moved import INTO_FOLDERS
from kommunalhub.upgrades.moved import know_by_old_names
from kommunalhub.upgrades.moved import MOVED
from pathlib import Path

import pickle
import pytest


#: What the records of a demo site name of ours, "module name" in a line, for each version.
STORED = [
    pytest.param(*line.split(), id=f"{path.stem}-{line.replace(' ', '.')}")
    for path in sorted(Path(__file__).parent.glob("stored-*.txt"))
    for line in path.read_text().splitlines()
]


@pytest.mark.parametrize(("module", "name"), STORED)
def test_what_a_site_has_stored_is_found(module, name):
    know_by_old_names()
    found = pickle.loads(f"c{module}\n{name}\n.".encode())
    assert found.__name__ == name
    new = INTO_FOLDERS.get((module, name)) or MOVED.get(module, module)
    assert found.__module__ == new


def test_every_name_that_moved_was_stored_by_some_version():
    stored = {parameters.values for parameters in STORED}
    assert set(INTO_FOLDERS) <= stored
    assert set(MOVED) <= {module for module, _name in stored}
