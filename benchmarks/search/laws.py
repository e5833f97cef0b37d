r"""Real texts for the evaluation: sections of federal laws that offices and their people need.

    git clone --depth 1 https://github.com/bundestag/gesetze
    python benchmarks/search/laws.py gesetze > sections.jsonl
    make search-eval ARGS="--sizes 750,8000 --documents sections.jsonl \
        --queries benchmarks/search/laws.txt"

Laws are nobody's property (section 5 of the Urheberrechtsgesetz). Measured with the state of
26 March 2022; numbers of sections change with the laws, and so do answers.
"""

from pathlib import Path

import json
import re
import sys


LAWS = """
    a/arbschg a/arbzg b/bdsg_2018 b/beeg b/bmg b/brkg_2005 b/burlg b/bwahlg e/egovg e/entgfg
    m/muschg_2018 o/ozg p/passg_1986 p/pauswg p/pstg t/tzbfg v/vwvfg w/wogg
"""
SECTION = re.compile(r"^#+ § (\S+) ?(.*)$", re.M)
HEADING = re.compile(r"^#+ .*$", re.M)
#: What is shorter was repealed.
SHORTEST = 40


def sections(folder):
    """Yield a dict with id (pstg-12), title and body for each section of the laws."""
    for law in LAWS.split():
        text = (Path(folder) / law / "index.md").read_text(encoding="utf-8")
        pieces = SECTION.split(text)
        for number, title, body in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
            body = HEADING.sub("", body).strip()
            if len(body) >= SHORTEST:
                key = f"{Path(law).name}-{number}"
                yield {"id": key, "title": title.strip(" *") or f"§ {number}", "body": body}


if __name__ == "__main__":
    for section in sections(sys.argv[1]):
        print(json.dumps(section, ensure_ascii=False))
