"""Which text blocks fit what somebody writes: pure, no Plone."""

import re


LONGEST_TITLE, LONGEST_TEXT = 120, 8000
MOST_BLOCKS = 1000
MOST_TOPICS = 50
#: So many are offered while somebody types, and so many found beside a form.
OFFERED, FOUND = 3, 12
LONGEST_QUERY, LONGEST_TYPED = 200, 20_000
#: Letters that two words must share at their beginning, and the shortest word that counts.
STEM, SHORTEST = 6, 4
TOPIC_POINTS, TITLE_POINTS, TEXT_POINTS = 2, 3, 1


def stems(text):
    """Return the beginnings of the words of a text, for a comparison that forgives endings.

    >>> sorted(stems("Die Finanzierung der Feuerwehr"))
    ['feuerw', 'finanz']
    """
    words = re.findall(r"\w+", text.casefold())
    return {word[:STEM] for word in words if len(word) >= SHORTEST}


def points(title, text, topics, asked, wanted):
    """Return how well a block fits: asked are stems of what is written, wanted its topics."""
    return (
        TITLE_POINTS * len(stems(title) & asked)
        + TEXT_POINTS * len(stems(text) & asked)
        + TOPIC_POINTS * len(set(topics) & set(wanted))
    )


def ranked(blocks, text, topics=()):
    """Return those blocks that have anything in common with a text or its topics, the best first.

    blocks: objects with title, text and topics.
    """
    asked = stems(text)
    found = [(points(one.title, one.text, one.topics, asked, topics), one) for one in blocks]
    fitting = [pair for pair in found if pair[0]]
    return [one for _points, one in sorted(fitting, key=lambda pair: (-pair[0], pair[1].title))]


def all_words(block, text):
    """Return whether a block has every word that was asked for, or one that begins like it."""
    return stems(text) <= stems(f"{block.title} {block.text}")
