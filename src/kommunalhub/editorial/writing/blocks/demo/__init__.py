"""The text blocks that editors of the demo keep."""

from kommunalhub.core.textblocks import operations
from kommunalhub.core.textblocks.shelves import shelf_at
from pathlib import Path


BLOCKS = Path(__file__).with_name("blocks.toml")


def build(stage):
    """Write the blocks of areas that have none; return how many there are."""
    entries = stage.table(BLOCKS)["block"]
    shelves = {
        partner: shelf_at(stage.section(f"partner/{partner}"))
        for partner in sorted({entry["partner"] for entry in entries})
    }
    empty = {partner for partner, shelf in shelves.items() if not operations.blocks(shelf)}
    for entry in entries:
        if entry["partner"] in empty:
            values = {"title": entry["title"], "text": entry["text"], "topics": {entry["topic"]}}
            operations.save(shelves[entry["partner"]], None, values)
    return len(entries)
