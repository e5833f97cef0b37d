"""What the public may know of a project. Pure: a card is made of values by name, and of no others.

A card is what leaves the part for the partners: its texts are those that were released, where it
stands is as of now.
"""

#: Texts of a project that the public reads once somebody has released them.
TEXTS = (
    *("title", "description", "gain", "take_part"),
    *("contact_name", "contact_email", "contact_phone", "survey"),
)
#: What follows the project by itself while a page of it is public.
LIVE = ("state", "theme_fields", "partners", "start", "end", "milestones", "related")
#: What is told of a milestone: no reason, no person, none that was dropped.
MILESTONE = ("number", "title", "planned", "done", "before")
FIELDS = frozenset((*TEXTS, *LIVE, "number", "day"))


def released(values):
    """Return the texts that are released: of what a project says, just these."""
    return {name: values.get(name) or "" for name in TEXTS}


def milestone(row):
    """Return what is told of a milestone; before: the day it was planned for until it moved."""
    found = {name: row[name] for name in ("number", "title", "planned", "done")}
    moved = row["earlier"] and row["done"] is None
    return {**found, "before": row["earlier"][-1]["planned"] if moved else None}


def card(texts, values, milestones):
    """Return the card of a project. texts: as they were released; values: of the project now."""
    found = {name: values.get(name) for name in LIVE if name != "milestones"}
    found["milestones"] = tuple(milestone(row) for row in milestones if not row["dropped"])
    return {**released(texts), **found, "number": values.get("number"), "day": values.get("day")}


def changed(texts, values):
    """Return the names of texts that say something else now than what was released."""
    now = released(values)
    return tuple(name for name in TEXTS if texts.get(name) != now[name])


def told(cards):
    """Return (text, sections) of {id: card}: what the public reads, for the search.

    sections: (offset, (title,), id on the page) of each card, as search.interfaces.ISearchText
    wants them.
    """
    blocks, sections, offset = [], [], 0
    for id_, card in sorted(cards.items()):
        texts = (card["title"], card["description"], card["gain"], card["take_part"])
        titles = (one["title"] for one in card["milestones"])
        block = "\n".join(filter(None, (*texts, *titles)))
        sections.append((offset, (card["title"],), id_))
        blocks.append(block)
        offset += len(block) + 1
    return "\n".join(blocks), tuple(sections)
