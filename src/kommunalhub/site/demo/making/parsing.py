"""Reading a source: title and sections of simple blocks."""

from dataclasses import dataclass
from dataclasses import field

import re


@dataclass
class Section:
    """One section of a document or one slide: blocks are (kind, content)."""

    title: str
    blocks: list = field(default_factory=list)


def parse(text):
    """Return (title, sections); what stands before the first `##` is a section without title."""
    title, sections = "", [Section("")]
    for line in text.splitlines():
        blocks = sections[-1].blocks
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("## "):
            sections.append(Section(line[3:]))
        elif line.startswith("- "):
            _grow(blocks, "ul", line[2:])
        elif re.match(r"\d+\. ", line):
            _grow(blocks, "ol", line.split(". ", 1)[1])
        elif line.startswith("|"):
            _grow(blocks, "table", [cell.strip() for cell in line.strip("|").split("|")])
        elif line.startswith("> "):
            blocks.append(("note", line[2:]))
        elif line.strip():
            blocks.append(("p", line))
        else:
            blocks.append(("end", None))
    for section in sections:
        section.blocks = [block for block in section.blocks if block[0] != "end"]
    return title, [section for section in sections if section.title or section.blocks]


def _grow(blocks, kind, item):
    if not blocks or blocks[-1][0] != kind:
        blocks.append((kind, []))
    blocks[-1][1].append(item)
