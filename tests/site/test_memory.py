"""What the collector of cycles is spared once all is loaded."""

from kommunalhub.site.server import memory

import gc
import pytest


@pytest.fixture
def collector():
    before = gc.get_threshold()
    yield gc
    gc.enable()
    gc.set_threshold(*before)


def test_what_was_loaded_is_set_aside(collector):
    with memory.loading():
        assert not gc.isenabled()
        kept = [[number] for number in range(50)]
    assert gc.isenabled()
    assert gc.get_threshold() == memory.THRESHOLDS
    looked_at = {id(thing) for thing in gc.get_objects()}
    assert not looked_at & {id(thing) for thing in kept}


def test_cycles_made_later_are_still_found(collector):
    memory.settle()
    cycle = []
    cycle.append(cycle)
    del cycle
    assert gc.collect() >= 1


def test_a_start_that_fails_leaves_the_collector_on(collector):
    with pytest.raises(OSError), memory.loading():
        raise OSError("no such database")
    assert gc.isenabled()
