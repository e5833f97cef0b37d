"""Write locales/kommunalhub.pot, the list of all messages, from the source; --check compares only.

    python scripts/pot.py [--check]

Where a message stands is told by file and not by line, so that the list moves with messages alone.
--check also says which messages have no German, which German has no message any more, and which id
stands for two sentences.
"""

from babel.messages.pofile import read_po
from io import BytesIO
from lxml import etree
from pathlib import Path
from tempfile import TemporaryDirectory

import ast
import html
import re
import subprocess
import sys


TOP = Path(__file__).resolve().parent.parent
LOCALES = TOP / "src" / "kommunalhub" / "locales"
POT = LOCALES / "kommunalhub.pot"
GERMAN = LOCALES / "de" / "LC_MESSAGES" / "kommunalhub.po"
HEAD = """# Written by `make pot` from the source; do not edit.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Domain: kommunalhub\\n"

"""
I18N = "http://xml.zope.org/namespaces/i18n"
NAMESPACES = " ".join(
    f'xmlns:{name}="http://xml.zope.org/namespaces/{name}"' for name in ("i18n", "metal", "tal")
)
#: Entities that HTML knows and XML does not.
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[a-z]+;")
PLACE = re.compile(r"^#: (\S+?):\d+$", re.M)


def main(arguments):
    text = messages()
    if "--check" not in arguments:
        POT.write_text(text, encoding="utf-8")
        return 0
    problems = list(differences(text))
    print("\n".join(problems) or "All messages are listed and in German.")
    return 1 if problems else 0


def messages():
    """Return the list as i18ndude makes it, with a head of ours and without line numbers."""
    with TemporaryDirectory() as folder:
        pot = Path(folder) / "kommunalhub.pot"
        command = [str(Path(sys.executable).parent / "i18ndude"), "rebuild-pot", "--pot", str(pot)]
        command += ["--create", "kommunalhub", "src/kommunalhub", "profiles"]
        subprocess.run(command, cwd=TOP, check=True, capture_output=True)
        _head, *entries = pot.read_text(encoding="utf-8").rstrip().split("\n\n")
    return HEAD + "\n\n".join(map(without_lines, entries)) + "\n"


def without_lines(entry):
    """Return an entry that names each file once."""
    places = sorted(set(PLACE.findall(entry)))
    rest = [line for line in entry.splitlines() if not PLACE.match(line)]
    return "\n".join([*(f"#: {place}" for place in places), *rest])


def differences(text):
    """Yield a sentence for each thing that does not fit."""
    if not POT.exists() or POT.read_text(encoding="utf-8") != text:
        yield f"{POT.relative_to(TOP)} is not current: run make pot"
    known = {message.id for message in read_po(BytesIO(text.encode())) if message.id}
    with GERMAN.open("rb") as file:
        german = {message.id: message.string for message in read_po(file) if message.id}
    yield from (f"not in German: {name}" for name in sorted(known) if not german.get(name))
    yield from (f"nobody says it any more: {name}" for name in sorted(german.keys() - known))
    yield from (f"one id, two sentences: {name}" for name in ambiguous())


def ambiguous():
    """Return the ids of messages that have two defaults in code and templates, sorted."""
    said = {}
    for name, default in in_templates():
        said.setdefault(name, set()).add(default)
    for path in (TOP / "src" / "kommunalhub").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_" and node.args:
                name = getattr(node.args[0], "value", None)
                defaults = [word.value for word in node.keywords if word.arg == "default"]
                if defaults and isinstance(defaults[0], ast.Constant):
                    said.setdefault(name, set()).add(" ".join(defaults[0].value.split()))
    return sorted(name for name, defaults in said.items() if len(defaults) > 1)


def in_templates():
    """Yield (id, default) of what templates say as the content of elements."""
    for path in (TOP / "src" / "kommunalhub").rglob("*.pt"):
        text = ENTITY.sub(lambda found: html.unescape(found[0]), path.read_text("utf-8"))
        text = text[text.index("<", text.find("<!DOCTYPE") + 1) :]
        # Templates may have signs in expressions that XML would want to be written otherwise.
        parser = etree.XMLParser(recover=True)
        root = etree.fromstring(f"<pt {NAMESPACES}>{text}</pt>", parser)
        for element in root.iter(etree.Element):
            name = element.get(f"{{{I18N}}}translate")
            if name and " ".join(content_of(element).split()) != name:
                yield name, " ".join(content_of(element).split())


def content_of(element):
    """Return the text of an element, with ${name} for what stands in for a variable."""
    parts = [element.text or ""]
    for child in element:
        name = child.get(f"{{{I18N}}}name")
        parts += [f"${{{name}}}" if name else content_of(child), child.tail or ""]
    return "".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
