"""A card: what leaves the house of one thing, and nothing else of it."""

from dataclasses import dataclass
from kommunalhub.lib.exchange import markup
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.refusing import Refused
from kommunalhub.lib.exchange.texts import check
from kommunalhub.lib.exchange.texts import is_text

import re


SCHEMA = "kommunalhub.card/1"
#: Bytes of a card.
LARGEST = 200_000
ID_FORM = re.compile(r"[0-9a-f]{32}")
WORD_FORM = re.compile(r"[a-z][a-z0-9_-]{0,39}")
LICENCE_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,39}")
ADDRESS_FORM = re.compile(r"https?://[^\s\"'<>\\]+")
#: Bytes of its HTML.
LARGEST_TEXT = 120_000
MOST_FACTS = 40
LONGEST = {"title": 300, "summary": 2000, "label": 120, "fact": 1000, "url": 1000, "language": 10}
NAMES = frozenset(
    {
        *("schema", "hub", "id", "kind", "title", "summary", "html", "facts", "url", "licence"),
        *("language", "changed", "answers", "seats"),
    }
)
#: What a card need not say.
OPTIONAL = frozenset({"answers", "seats"})
MOST_SEATS = 1000


@dataclass(frozen=True)
class Content:
    """What a thing says of itself to other hubs; the seam `IShareable` hands it over.

    facts: ((label, value), …), as people read them; html: cleaned by `markup.cleaned`.
    url: where the thing itself stands; changed: moment, UTC. licence: what the thing itself says of
    how others may use it; "" leaves that to who shares it. seats: how many people of other hubs can
    take part in it.
    """

    kind: str
    title: str
    url: str
    changed: object
    summary: str = ""
    html: str = ""
    facts: tuple = ()
    language: str = "de"
    licence: str = ""
    seats: int = 0


@dataclass(frozen=True)
class Card:
    """A card that was read and found sound."""

    hub: str
    id: str
    kind: str
    title: str
    summary: str
    html: str
    facts: tuple
    url: str
    licence: str
    language: str
    changed: object
    answers: str = ""
    seats: int = 0


def written(content, hub, id_, licence, answers=""):
    """Return the bytes of a card. hub: address of the feed; answers: id of the question.

    licence: unless the thing has its own. A text that makes the card too big is left out: the thing
    itself is a link away.
    """
    html = markup.cleaned(texts.without_controls(content.html))
    if len(html.encode("utf-8")) > LARGEST_TEXT:
        html = ""
    values = {
        "schema": SCHEMA,
        "hub": hub,
        "id": id_,
        "kind": content.kind,
        "title": _cut(content.title, "title") or "–",
        "summary": _cut(content.summary, "summary"),
        "html": html,
        "facts": [
            [_cut(label, "label"), _cut(value, "fact")]
            for label, value in content.facts[:MOST_FACTS]
        ],
        "url": content.url,
        "licence": content.licence or licence,
        "language": content.language,
        "changed": texts.stamp(content.changed),
    }
    if answers:
        values["answers"] = answers
    if content.seats:
        values["seats"] = content.seats
    return texts.written(values)


def read(data, hub):
    """Return the Card in bytes from elsewhere; raises Refused. hub: whose it has to be."""
    values = texts.read(data, LARGEST)
    check(isinstance(values, dict), "no card")
    if values.get("schema") != SCHEMA:
        raise Refused(refusing.WRONG_VERSION, "card")
    if values.get("hub") != hub:
        raise Refused(refusing.WRONG_HUB)
    check(values.keys() <= NAMES and NAMES - values.keys() <= OPTIONAL, "names of a card")
    for name, form in (("id", ID_FORM), ("kind", WORD_FORM), ("licence", LICENCE_FORM)):
        check(isinstance(values[name], str) and form.fullmatch(values[name]), name)
    check(is_text(values["title"], LONGEST["title"], 1), "title")
    check(is_text(values["summary"], LONGEST["summary"]), "summary")
    check(is_text(values["language"], LONGEST["language"], 2), "language")
    check(is_text(values["url"], LONGEST["url"]) and ADDRESS_FORM.fullmatch(values["url"]), "url")
    check(is_text(values["html"], LARGEST), "html")
    answers = values.get("answers", "")
    check(isinstance(answers, str) and (not answers or ID_FORM.fullmatch(answers)), "answers")
    seats = values.get("seats", 0)
    check(type(seats) is int and 0 <= seats <= MOST_SEATS, "seats")
    if markup.cleaned(values["html"]) != values["html"]:
        raise Refused(refusing.UNSAFE_HTML)
    return Card(
        **{name: values[name] for name in NAMES - {"schema", "facts", "changed"} - OPTIONAL},
        facts=_facts(values["facts"]),
        changed=texts.moment_of(values["changed"]),
        answers=answers,
        seats=seats,
    )


def _cut(text, name):
    return texts.without_controls(text)[: LONGEST[name]]


def _facts(found):
    check(isinstance(found, list) and len(found) <= MOST_FACTS, "facts")
    for pair in found:
        check(isinstance(pair, list) and len(pair) == 2, "fact")
        check(is_text(pair[0], LONGEST["label"]) and is_text(pair[1], LONGEST["fact"]), "fact")
    return tuple((label, value) for label, value in found)
