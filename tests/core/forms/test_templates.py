"""In every template of ours hints and errors have an id, and something is described by them."""

from pathlib import Path

import kommunalhub
import pytest
import re


SOURCE = Path(kommunalhub.__file__).parent
TAG = re.compile(r"<\w+(?:\s[^<>]*?(?:\"[^\"]*\"[^<>]*?)*)?>", re.DOTALL)
TOLD = re.compile(r'\sclass="(?:help|wrong)[ "]')
ID = re.compile(r'\sid="([^"]+)"')


def tags(template):
    return TAG.findall(template.read_text(encoding="utf-8"))


def templates():
    return sorted(
        path
        for path in SOURCE.rglob("*.pt")
        if any(TOLD.search(tag) for tag in tags(path)) and "core/forms" not in str(path)
    )


@pytest.mark.parametrize("template", templates(), ids=lambda path: path.stem)
def test_hints_and_errors_are_tied(template):
    markup = template.read_text(encoding="utf-8")
    described = " ".join(re.findall(r"aria-describedby[^;]*", markup))
    loose = []
    for tag in tags(template):
        if not TOLD.search(tag):
            continue
        found = ID.search(tag)
        name = found[1] if found else ""
        written = [part for part in re.split(r"\$\{[^}]*\}", name) if part]
        if not written or not all(part in described for part in written):
            loose.append(" ".join(tag.split()))
    assert loose == []


def test_there_are_such_templates():
    assert len(templates()) > 5
