"""What the fixtures of this folder promise: a click leads to a whole page."""

from browser.serving import served
from http.server import BaseHTTPRequestHandler

import pytest
import threading


LONG = 0.5  # seconds between the two halves of a page


class Slow(BaseHTTPRequestHandler):
    """Sends a list, the second half some time after the first."""

    stopped = threading.Event()

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<title>Liste</title><h1>Liste</h1>" + b" " * 4096)
        self.wfile.flush()
        if self.path != "/":
            self.stopped.wait(LONG)
        self.wfile.write(b"<ul><li>eins</ul><a href='/liste'>weiter</a>")

    def log_message(self, *args):
        pass


def by_the_page(page):
    page.click("a")


def by_the_link(page):
    page.get_by_role("link", name="weiter").click()


def by_the_key(page):
    page.get_by_role("link", name="weiter").press("Enter")


@pytest.mark.parametrize("act", [by_the_page, by_the_link, by_the_key])
def test_acting_leads_to_a_whole_page(page, act):
    with served(Slow) as address:
        page.goto(address)
        act(page)
        assert page.url == f"{address}liste"
        assert page.locator("li").count() == 1
