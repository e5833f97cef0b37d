"""What hubs ask each other over REST is docs/http-examples/, as test_http_examples.py keeps it."""

from docs.test_http_examples import FOLDER
from docs.test_http_examples import HOST
from docs.test_http_examples import keep
from docs.test_http_examples import pretty
from docs.test_http_examples import STEADY
from docs.test_http_examples import steady
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import signatures
from network.test_sharing import served  # noqa: F401

import pytest
import re
import requests


PATTERNS = (
    (re.compile(r"http://127\.0\.0\.1:\d+"), "https://hub.wilster.example"),
    (re.compile(r"eyJ[\w-]+\.\.[\w-]+"), "<signature>"),
    (re.compile(r'"key": "[\w-]{43}"'), '"key": "<public key>"'),
    (re.compile(r"/m-\d{4}-\d+"), "/m-2026-001"),
    *STEADY,
)
KNOWN = "If-None-Match"


@pytest.fixture
def ask(served):  # noqa: F811
    """Return a function that asks as a hub and keeps the example under a name."""
    address, other = served

    def ask(name, path, method="GET", **headers):
        sent = {"Accept": "application/json", **headers}
        answer = requests.request(method, f"{address}/{path}", headers=sent, timeout=60)
        url = steady(answer.request.url, PATTERNS).removeprefix(HOST)
        lines = [f"{method} {url} HTTP/1.1", "Accept: application/json"]
        if asking.HEADER in headers:
            lines.append(f"{asking.HEADER}: <request>.<signature>")
        if KNOWN in headers:
            lines.append(f'{KNOWN}: "<sha256>"')
        got = [f"HTTP/1.1 {answer.status_code} {answer.reason}"]
        if "ETag" in answer.headers:
            got.append('ETag: "<sha256>"')
        if answer.content:
            got += ["Content-Type: application/json", "", pretty(answer.json(), PATTERNS)]
        for kind, text in (("req", lines), ("resp", got)):
            keep(FOLDER / f"{name}.{kind}", "\n".join(text) + "\n", ask.differing)
        return answer

    ask.differing, ask.other = [], other
    return ask


def test_hubs_over_rest(ask):
    said = ask("exchange", "@exchange", **ask.other.header())
    assert said.status_code == 200
    known = {**ask.other.header(), KNOWN: said.headers["ETag"]}
    assert ask("exchange_known", "@exchange", **known).status_code == 304
    open_ = ask("exchange_everybody", "@exchange").json()["document"]
    [id_] = re.findall(r'\["([0-9a-f]{32})","[0-9a-f]{64}"\]', open_)
    found = ask("exchange_cards", f"@exchange-cards?id={id_}", **ask.other.header())
    assert len(found.json()["cards"]) == 1
    wrong = ask("exchange_cards_wrong", "@exchange-cards?from=gestern", **ask.other.header())
    assert wrong.status_code == 400
    key = signatures.new_key()
    forged = asking.asked(key, ask.other.feed, ask.other.reader, asking.READ, ask.other.now)
    assert ask("exchange_refused", "@exchange", **{asking.HEADER: forged}).status_code == 403
    knock = ask.other.header(asking.KNOCK)
    assert ask("exchange_knock", "@exchange-knock", "POST", **knock).status_code == 204
    assert ask("exchange_knock_again", "@exchange-knock", "POST", **knock).status_code == 403
    assert ask.differing == []
