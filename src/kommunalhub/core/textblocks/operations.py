"""The verbs of text blocks: save, delete, find; each on a Shelf."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.textblocks import rules
from kommunalhub.core.textblocks import storage


class Wrong(ValueError):
    """What cannot be saved; `errors` is {field: message}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def blocks(shelf):
    """Return all Blocks, by title."""
    return sorted(storage.blocks_of(shelf).blocks.values(), key=lambda one: one.title.casefold())


def find(shelf, text="", topic=""):
    """Return the Blocks that hold all words of a text and are about a topic, by title."""
    return [
        one
        for one in blocks(shelf)
        if rules.all_words(one, text) and (not topic or topic in one.topics)
    ]


def offered(shelf, text, topics):
    """Return the Blocks that fit what somebody writes, the best first."""
    return rules.ranked(blocks(shelf), text, topics)[: rules.OFFERED]


def get(shelf, number):
    """Raises KeyError."""
    return storage.blocks_of(shelf).blocks[number]


def save(shelf, number, values):
    """Make a block (number None) or change one, and return it. Raises Wrong, KeyError."""
    title = " ".join((values.get("title") or "").split())
    text = (values.get("text") or "").replace("\r\n", "\n").strip()
    errors = {}
    if not title or len(title) > rules.LONGEST_TITLE:
        errors["title"] = _("error_block_title", default="Please give the text a short title.")
    if not text or len(text) > rules.LONGEST_TEXT:
        errors["text"] = _(
            "error_block_text",
            default="Please write a text of up to ${n} characters.",
            mapping={"n": rules.LONGEST_TEXT},
        )
    kept = storage.ensured_blocks(shelf) if not errors else storage.blocks_of(shelf)
    if number is None and len(kept.blocks) >= rules.MOST_BLOCKS:
        errors["title"] = _("error_block_full", default="There is no room for more text blocks.")
    if errors:
        raise Wrong(errors)
    if number is None:
        kept.last += 1
        kept.blocks[kept.last] = storage.Block(kept.last)
        number = kept.last
    block = kept.blocks[number]
    block.title, block.text = title, text
    block.topics = tuple(sorted(values.get("topics") or ()))
    block.changed = formatting.to_local(formatting.now()).date()
    return block


def delete(shelf, number):
    """Raises KeyError."""
    del storage.blocks_of(shelf).blocks[number]
