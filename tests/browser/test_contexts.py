"""What one test leaves in a browser is not there for the next one."""

from browser.contexts import Contexts
from browser.serving import served
from http.server import BaseHTTPRequestHandler

import pytest


@pytest.fixture
def contexts(browser, monkeypatch):
    return Contexts(browser, monkeypatch)


@pytest.fixture
def address():
    """The address of what may be kept for a year, and says how often it was asked for."""

    class Kept(BaseHTTPRequestHandler):
        asked = 0

        def do_GET(self):
            type(self).asked += self.path == "/kept"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            body = str(self.asked).encode()
            self.send_header("Cache-Control", "max-age=31536000")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    with served(Kept) as address:
        yield address


LEAVE = """() => {
  localStorage.draft = sessionStorage.draft = 'mine';
  document.cookie = 'session=mine; max-age=3600';
}"""
ASK = "() => fetch('/kept').then((answer) => answer.text())"
LEFT = "() => [document.cookie, localStorage.length, sessionStorage.length, history.length]"


def opened(context, address):
    page = context.new_page()
    page.goto(address)
    return page


def test_nothing_is_left(contexts, address):
    context = contexts.take()
    page = opened(context, address)
    page.evaluate(LEAVE)
    assert [page.evaluate(ASK), page.evaluate(ASK)] == ["1", "1"]
    page = opened(context, address)  # in the same session it is all there
    assert page.evaluate(LEFT)[:2] == ["session=mine", 1]
    contexts.give_back(context)
    assert contexts.take() is context
    page = opened(context, address)
    assert page.evaluate(LEFT) == ["", 0, 0, 2]
    assert page.evaluate(ASK) == "2"
    assert contexts.take() is not context


def test_each_kind_is_taken_for_itself(contexts, address):
    dark = contexts.take(color_scheme="dark")
    opened(dark, address)
    contexts.give_back(dark)
    assert contexts.take(color_scheme="light") is not dark
    assert contexts.take(color_scheme="dark") is dark


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.context.set_offline(True),
        lambda page: page.context.add_init_script("window.more = 1"),
        lambda page: page.clock.install(),
        lambda page: page.close(),
    ],
    ids=["offline", "script", "clock", "closed"],
)
def test_what_was_changed_is_not_taken_again(contexts, address, change):
    context = contexts.take()
    change(opened(context, address))
    contexts.give_back(context)
    assert contexts.take() is not context
