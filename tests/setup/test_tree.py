"""What the checkout itself must keep to."""

from babel.messages.pofile import read_po
from pathlib import Path

import os
import pytest
import subprocess
import sys


TOP = Path(__file__).parents[2]
PACKAGE = TOP / "src" / "kommunalhub"
PROGRAMS = Path(sys.executable).parent


def run(*command):
    return subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=120)


def test_the_package_reaches_the_profiles_by_a_link():
    assert os.readlink(PACKAGE / "profiles") == "../../profiles"
    assert (PACKAGE / "profiles" / "default" / "metadata.xml").is_file()


def test_the_style_is_kept():
    checked = run(PROGRAMS / "ruff", "check", "--output-format=concise")
    assert checked.returncode == 0, checked.stdout


@pytest.fixture(scope="module")
def messages(tmp_path_factory):
    """Return every message of the source, templates, ZCML and profiles included."""
    pot = tmp_path_factory.mktemp("messages") / "kommunalhub.pot"
    made = run(
        PROGRAMS / "i18ndude",
        *("rebuild-pot", "--pot", pot, "--create", "kommunalhub"),
        *("src/kommunalhub", "profiles"),
    )
    assert pot.is_file(), made.stderr
    with pot.open("rb") as file:
        return {message.id: message for message in read_po(file) if message.id}


@pytest.fixture(scope="module")
def german():
    with (PACKAGE / "locales" / "de" / "LC_MESSAGES" / "kommunalhub.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def test_every_message_is_german_too(messages, german):
    assert len(messages) > 300
    assert [name for name in messages if not german.get(name)] == []


def variables(text):
    return {word.split("}")[0] for word in text.split("${")[1:]}


def english(message):
    """Return the English default of a message, as it stands in the source."""
    return "".join(c.removeprefix("Default: ") for c in message.auto_comments)


def test_translations_keep_the_variables_of_their_message(messages, german):
    with_variables = {name for name, message in messages.items() if variables(english(message))}
    assert len(with_variables) > 20
    assert [
        name
        for name in with_variables
        if variables(english(messages[name])) != variables(german.get(name, ""))
    ] == []
