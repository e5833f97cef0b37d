"""Two want to change one public page, over two machines on one database: there is one copy."""

from concurrent.futures import ThreadPoolExecutor
from lxml import html
from machines import person
from urllib.parse import urlencode
from urllib.request import build_opener
from urllib.request import HTTPCookieProcessor
from urllib.request import Request

import json
import pytest


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

PAGES = 4


class House:
    """Two servers, two editors of an administration, and pages of it that everybody reads."""

    def __init__(self, machines, one, two):
        self.servers = (one, two)
        manager = machines.manager(one)
        names = ("edda", "emil")
        self.editors = [person(one, manager, name, "malente-editors") for name in names]
        self.reviewer = person(one, manager, "runa", "malente-reviewers")

    def page(self, title):
        """Make a public page; return its path."""
        one = self.servers[0]
        body = {"@type": "Document", "title": title, "text": "<p>Montags</p>"}
        status, text = one.request("POST", "/partner/malente", body, self.editors[0])
        assert status == 201, text
        path = json.loads(text)["@id"].partition("/hub")[2]
        for step, who in (("submit", self.editors[0]), ("publish", self.reviewer)):
            status, text = one.request("POST", f"{path}/@workflow/{step}", {}, who)
            assert status == 200, text
        return path

    def both(self, ask):
        """Let both editors ask at once, each another server; return what `ask` gives for each."""
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(ask, self.servers, self.editors))

    def copies(self, path):
        """Return the paths of what stands in the area as a copy of a page, as both servers see."""
        found = []
        query = "/partner/malente/@search?portal_type=Document"
        for server, editor in zip(self.servers, self.editors, strict=True):
            status, text = server.request("GET", query, headers=editor | ACCEPT)
            assert status == 200, text
            paths = [item["@id"].partition("/hub")[2] for item in json.loads(text)["items"]]
            found.append(sorted(one for one in paths if one.startswith(f"{path}-")))
        assert found[0] == found[1]
        return found[0]


ACCEPT = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def test_of_two_over_rest_one_is_told_who_has_it_and_where(house):
    for number in range(PAGES):
        path = house.page(f"Sprechzeiten {number}")
        answers = house.both(
            lambda server, who, path=path: server.request("POST", f"{path}/@workingcopy", {}, who)
        )
        assert sorted(status for status, _text in answers) == [201, 409], answers
        made, refused = (json.loads(text) for _status, text in sorted(answers))
        assert "arbeitet seit" in refused["message"]
        assert refused["working_copy"].partition("/hub")[2] == made["@id"].partition("/hub")[2]
        assert house.copies(path) == [f"{path}-ueberarbeitung"]


def press(server, who, path):
    """Press the button that starts a copy; return (address, page) that one is led to."""
    opened = build_opener(HTTPCookieProcessor()).open
    url = f"{server.url}{path}/@@arbeitskopie"
    with opened(Request(url, headers=who), timeout=60) as answer:
        [form] = html.fromstring(answer.read()).cssselect("form[action$='@@arbeitskopie']")
    sent = urlencode(form.form_values()).encode()
    with opened(Request(url, sent, headers=who), timeout=60) as answer:
        return answer.url.partition("/hub")[2], answer.read().decode()


def test_of_two_who_press_the_button_one_is_led_to_the_copy(house):
    path = house.page("Anfahrt")
    ends = house.both(lambda server, who: press(server, who, path))
    copy = f"{path}-ueberarbeitung"
    assert sorted(url for url, _page in ends) == [copy, f"{copy}/edit"], [u for u, _p in ends]
    told = next(page for url, page in ends if url == copy)
    assert "arbeitet seit" in told
    assert house.copies(path) == [copy]
