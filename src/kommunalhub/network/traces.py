"""What in a card tells of persons: names, addresses and numbers, as far as they can be guessed.

Nothing of the kind leaves the house by itself: who shares a thing sees what was found, and has to
say that it may leave, and what for.
"""

from kommunalhub.lib import redaction
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.htmltext import text_of


#: Places and numbers of files are what notes are about.
REASONS = frozenset(
    {redaction.NAME, redaction.MAIL, redaction.PHONE, redaction.ACCOUNT, redaction.BIRTH}
)


def found_in(card):
    """Return what tells of persons in the bytes of a card, each once, in the order of the text.

    >>> found_in(b'{"title":"Moin Frau Kruse","summary":"","html":"<p>a@b.de</p>","facts":[]}')
    ('Kruse', 'a@b.de')
    """
    values = texts.read(card)
    parts = (values["title"], values["summary"], text_of(values["html"]))
    parts += tuple(value for _label, value in values["facts"])
    found = (
        text[span.start : span.end]
        for text in parts
        for span in redaction.find(text)
        if span.reason in REASONS
    )
    return tuple(dict.fromkeys(found))
