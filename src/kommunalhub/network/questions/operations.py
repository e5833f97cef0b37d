"""The verbs of questions: ask, answer, take back; and what was said to each other."""

from dataclasses import dataclass
from hashlib import sha256
from kommunalhub.core import formatting
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import markup
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.network import keys
from kommunalhub.network import rules
from kommunalhub.network import storage


#: Characters.
LONGEST_TITLE, LONGEST_TEXT = 200, 5000
#: What is said in a conversation is under no licence.
LICENCE = "none"


@dataclass(frozen=True)
class Said:
    """A question or an answer. hub: UID of the hub it is from, "" for this one."""

    id: str
    hub: str
    title: str
    html: str
    when: object
    audience: tuple = ()


def ask(title, text, audience, by):
    """Ask hubs (UIDs; none: all of them); the same question twice is asked once."""
    return say(rules.QUESTION, title, text, tuple(sorted(audience)), by)


def answer(link, id_, text, by):
    """Answer the question of a hub, for that hub alone; None where it was taken back meanwhile."""
    copy = link.copies.get(id_)
    if copy is None or copy.kind != rules.QUESTION:
        return None
    return say(rules.ANSWER, copy.title, text, (link.uid,), by, id_)


def say(kind, title, text, audience, by, answers=""):
    key = keys.private()
    keys.settle()
    book, now = storage.ensured_book(), formatting.now()
    book.changes += 1
    what = "\n".join((kind, title, text, answers, *audience))
    times = book.times.get(what, 0)
    id_ = sha256(f"{book.keys[0]} {what} {times}".encode()).hexdigest()[:32]
    if id_ in book.said:
        return book.said[id_]
    content = cards.Content(
        kind=kind,
        title=title,
        url=f"{keys.feed()}/@@hub-questions",
        changed=now,
        html=markup.paragraphs(text),
    )
    data = cards.written(content, keys.feed(), id_, LICENCE, answers)
    book.said[id_] = rules.Share(
        id=id_,
        uid="",
        licence=LICENCE,
        audience=audience,
        by=by,
        made=now,
        title=title,
        card=data,
        signature=signatures.sign(data, key, signatures.CARD),
        hash=texts.hash_of(data),
        stamp=what,
        open=False,
    )
    did = rules.ASKED if kind == rules.QUESTION else rules.ANSWERED
    book.note(rules.Entry(now, did, hub="".join(audience[:1]), title=title, by=by))
    return book.said[id_]


def take_back(id_, by):
    """Take back a question or an answer of ours; asked anew it is another one."""
    book = storage.ensured_book()
    one = book.said.get(id_)
    if one is not None:
        book.changes += 1
        book.times[one.stamp] = book.times.get(one.stamp, 0) + 1
        del book.said[id_]
        book.note(rules.Entry(formatting.now(), rules.UNSHARED, title=one.title, by=by))


def ours():
    """Return [(Said, [Said])]: our questions with what hubs have answered, the newest first."""
    found = [one for one in _said_here() if one[1].kind == rules.QUESTION]
    answers = {}
    for link, card, copy in _heard():
        if card.kind == rules.ANSWER:
            said = Said(card.id, link.uid, card.title, card.html, copy.taken)
            answers.setdefault(card.answers, []).append(said)
    return sorted(
        (
            (
                Said(one.id, "", card.title, card.html, one.made, one.audience),
                sorted(answers.get(one.id, ()), key=lambda said: (said.when, said.id)),
            )
            for one, card in found
        ),
        key=lambda pair: pair[0].when,
        reverse=True,
    )


def theirs():
    """Return [(Said, [Said])]: questions of other hubs with our answers, the newest first."""
    answers = {}
    for one, card in _said_here():
        if card.kind == rules.ANSWER:
            said = Said(one.id, "", card.title, card.html, one.made)
            answers.setdefault(card.answers, []).append(said)
    found = [
        (Said(card.id, link.uid, card.title, card.html, copy.taken), answers.get(card.id, []))
        for link, card, copy in _heard()
        if card.kind == rules.QUESTION
    ]
    return sorted(found, key=lambda pair: pair[0].when, reverse=True)


def _said_here():
    book = storage.book()
    if book is None:
        return []
    return [(one, cards.read(one.card, keys.feed())) for one in book.said.values()]


def _heard():
    """Yield (link, card, copy) of questions and answers of other hubs."""
    book = storage.book()
    for link in book.links.values() if book is not None else ():
        for id_ in link.talk:
            copy = link.copies[id_]
            card = cards.read(copy.newer[0] if copy.newer else copy.card, link.feed)
            yield link, card, copy
