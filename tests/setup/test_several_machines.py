"""Two machines on one PostgreSQL database: killed in the middle of writing, and of sending.

Real processes, as in the tier several-machines: each with a folder and a cache of its own.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from kommunalhub.site.commandline import DONE
from machines import person
from machines import two_machines
from processes import PROGRAM
from processes import run
from threading import Event
from threading import Lock
from urllib.error import URLError

import json
import os
import pytest
import re
import signal
import time


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

FOLDER = "/foerderung/beratungen/malente"
WRITES, WRITERS = 200, 4
CASES = 60
MAILS = 12


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """Two machines whose site has people and sends mail; none is running."""
    with two_machines(tmp_path_factory.mktemp("machines")) as machines:
        yield machines


def case(number):
    return {
        "@type": "FundingConsultation",
        "title": f"Vorhaben {number}",
        "goal": "Das Dach wird gedämmt.",
        "topics": ["energie"],
        "total_cost": "1000.00",
        "own_funds": "250.00",
        "start_date": "2035-05-01",
        "contact_name": "Rita Beispiel",
        "contact_email": "rita@example.org",
    }


class Writer:
    """Somebody who writes until `WRITES` were tried by all, and goes elsewhere when one is gone."""

    def __init__(self, servers, token, shared):
        self.servers, self.token, self.shared = list(servers), token, shared

    def __call__(self):
        while (number := next(self.shared.numbers)) < WRITES:
            self.write(number)
            if number == WRITES // 2:
                self.shared.half.set()

    def write(self, number):
        """Add a case or a page, at the next server where one does not answer."""
        for _try in range(20):
            server = self.servers[0]
            try:
                if number < CASES or number % 4 == 0:
                    status, text = server.request("POST", FOLDER, case(number), self.token)
                else:
                    body = {"@type": "Document", "title": f"Seite {number}"}
                    status, text = server.request("POST", "/", body, self.shared.manager)
            except (URLError, ConnectionError, TimeoutError, OSError):
                self.shared.cut_off.add(server.url)
                self.servers.append(self.servers.pop(0))
                continue
            with self.shared.lock:
                self.shared.answers.append((server.url, status))
                if status == 201:
                    self.shared.kept[number] = json.loads(text)["@id"].partition("/hub/")[2]
                    return
                # who lost to others thirty times is told to come again
                assert status == 503 and json.loads(text)["type"] == "ServiceUnavailable", text
        raise AssertionError(f"nobody took {number}")


class Shared:
    def __init__(self, manager):
        self.manager = manager
        self.numbers, self.lock, self.half = count(), Lock(), Event()
        self.kept, self.answers, self.cut_off = {}, [], set()


@pytest.fixture(scope="module")
def written(machines):
    """What came of 200 writes through two machines, one of which is killed in the middle.

    (shared, server that goes on, its people: {name: header}); that server still runs.
    """
    with machines.serve("one") as one, machines.serve("two") as two:
        manager = machines.manager(one)
        rita = person(one, manager, "rita", "malente-editors")
        petra = person(one, manager, "petra", "malente-reviewers")
        shared = Shared(manager)
        writers = [
            Writer((one, two) if number % 2 else (two, one), rita, shared)
            for number in range(WRITERS)
        ]
        with ThreadPoolExecutor(WRITERS) as pool:
            futures = [pool.submit(writer) for writer in writers]
            while not shared.half.wait(1):
                for future in futures:
                    assert not future.done(), future.result()
            one.kill()
            for future in futures:
                future.result()
        yield shared, two, {"rita": rita, "petra": petra, "manager": manager}


def found(server, header, portal_type):
    """Return the paths of all there is of a type, below the site's."""
    headers = {**header, "Accept": "application/json"}
    address = f"/@search?portal_type={portal_type}&b_size=500"
    status, text = server.request("GET", address, headers=headers)
    assert status == 200, text
    return {item["@id"].partition("/hub/")[2] for item in json.loads(text)["items"]}


def test_no_acknowledged_write_is_lost_and_the_other_machine_goes_on(written):
    shared, two, people = written
    assert sorted(shared.kept) == list(range(WRITES))
    kept = set(shared.kept.values())
    assert len(kept) == WRITES
    manager, rita = people["manager"], people["rita"]
    assert kept <= found(two, rita, "FundingConsultation") | found(two, manager, "Document")
    # those around the moment of the kill are read, too
    for number in range(WRITES // 2 - 10, WRITES // 2 + 10):
        path = shared.kept[number]
        header = rita if "beratungen" in path else manager
        assert two.request("GET", f"/{path}", headers=header)[0] == 200
    # who was left answered everything it was asked, before and after
    assert Counter(shared.answers)[two.url, 201] > WRITES // 4
    # the other one was killed while it had something in hand, which may have been its first
    assert shared.cut_off and two.url not in shared.cut_off


def test_numbers_are_given_once_and_without_gaps(written):
    """A write that was never acknowledged may have been kept; its number is then taken."""
    shared, two, people = written
    cases = found(two, people["rita"], "FundingConsultation")
    numbers = sorted(int(path.rpartition("-")[2]) for path in cases)
    assert numbers == list(range(1, len(numbers) + 1))
    acknowledged = {path for path in shared.kept.values() if "beratungen" in path}
    assert len(acknowledged) <= len(numbers) <= len(acknowledged) + WRITERS


def test_two_machines_send_every_mail_once_though_one_is_killed(machines, written):
    """Last: the machine that still runs is stopped, so that nobody else sends."""
    shared, two, people = written
    post = machines.mail_server
    for name, value in {
        "smtp_host": "127.0.0.1",
        "smtp_port": post.port,
        "email_from_address": "hub@example.org",
        "email_from_name": "Digitaler Hub",
    }.items():
        body = {f"plone.{name}": value}
        status, text = two.request("PATCH", "/@registry", body, people["manager"])
        assert status == 204, text
    post.before_reply = lambda: time.sleep(0.2)  # so that there is a middle
    cases = [path for path in shared.kept.values() if "beratungen" in path][:MAILS]
    for path in cases:
        status, text = two.request("POST", f"/{path}/@workflow/submit", {}, people["rita"])
        assert status == 200, text
    two.stop()
    expected = {path.rpartition("/")[2].upper() for path in cases}

    ticks = [machines.tick("one"), machines.tick("two")]
    end = time.monotonic() + 240
    while len(post.mails) < MAILS // 3 and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(ticks[0].pid, signal.SIGKILL)
    for tick in ticks:
        output, _ = tick.communicate(timeout=240)
    assert ticks[1].returncode == DONE, output
    # what the killed one had in hand waits for the end of its claim; the rest is there
    assert MAILS - 1 <= len(numbers_of(post)) <= MAILS
    code, output = run(PROGRAM, "tick", "--ini", machines.inis["one"])
    assert code == DONE, output
    assert MAILS - 1 <= len(numbers_of(post)) <= MAILS
    assert numbers_of(post) <= expected
    ids = [mail["Message-ID"] for mail in post.mails]
    assert len(ids) == len(set(ids))


def numbers_of(post):
    """Return the numbers of the cases that mails to petra are about."""
    mails = [mail for mail in post.mails if mail["To"] == "petra@example.org"]
    return {re.search(r"F-\d+-\d+", mail["Subject"])[0] for mail in mails}
