"""Templates are compiled one after the other, however many threads want them at once."""

from chameleon import PageTemplate
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from threading import BrokenBarrierError


def test_of_two_templates_one_waits(integration):
    meeting, met = Barrier(2), []

    class Meeting(PageTemplate):
        def parse(self, body):
            with suppress(BrokenBarrierError):
                met.append(meeting.wait(0.3))
            return super().parse(body)

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(Meeting, ["<p>${1 + 1}</p>", "<p>${2 + 2}</p>"]))
    assert [one() for one in made] == ["<p>2</p>", "<p>4</p>"]
    assert met == []
