"""The examples of docs/reference/exchange.md are what is written, and the schema knows them."""

from datetime import datetime
from datetime import UTC
from jsonschema import Draft202012Validator
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from pathlib import Path

import json
import os
import pytest


DOCS = Path(__file__).parents[3] / "docs" / "reference"
#: A key of these pages alone.
KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
NEXT = "HxwdHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA"
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
HUB, READER = "https://hub.wilster.example/netzwerk", "https://hub.oldenburg.example/netzwerk"
ID = "0f" * 16


def documents():
    """Return {title: (text, signature)} of one document of each kind."""
    content = cards.Content(
        kind="material",
        title="Vergabe in drei Schritten",
        url="https://hub.wilster.example/materialien/vergabe",
        changed=NOW,
        summary="Was bei einer kleinen Vergabe zu tun ist.",
        html="<p>Bedarf, Angebote, Vermerk.</p>",
        facts=(("Niveau", "Grundlagen"),),
    )
    card = cards.written(content, HUB, ID, "CC-BY-4.0")
    manifest = manifests.written(
        manifests.Manifest(
            hub=HUB,
            audience=READER,
            seq=2,
            prev="ab" * 32,
            chain={1: "ab" * 32},
            made=NOW,
            expires=NOW + manifests.LEASE,
            items={ID: texts.hash_of(card)},
            tombstones={"0e" * 16: NOW},
            seen=manifests.Seen(5, "cd" * 32),
            removed={"0d" * 16: NOW},
        )
    )
    header = asking.asked(KEY, READER, HUB, asking.READ, NOW, nonce="0c" * 16)
    joins = asking.asked(KEY, READER, HUB, asking.JOIN, NOW, nonce="0c" * 16, item=ID)
    change = signatures.change_of_key(HUB, KEY, signatures.public_of(NEXT), NOW)
    return {
        "A card": (card.decode(), signatures.sign(card, KEY, signatures.CARD)),
        "A manifest": (manifest.decode(), signatures.sign(manifest, KEY, signatures.MANIFEST)),
        "A request": (asking.read(header)[0].decode(), asking.read(header)[2]),
        "A pass": (asking.read(joins)[0].decode(), asking.read(joins)[2]),
        "A change of key": (change["document"], change["signature"]),
    }


def written():
    parts = [f"The public key is `{signatures.public_of(KEY)}`; its private part is no secret.\n"]
    for title, (text, signature) in documents().items():
        parts.append(f"**{title}**\n\n```json\n{text}\n```\n\nsigned `{signature}`\n")
    return "\n".join(parts)


def test_the_examples_are_what_is_written():
    page = DOCS / "exchange.md"
    before, heading, examples = page.read_text(encoding="utf-8").partition("## Examples\n")
    if os.environ.get("WRITE_EXAMPLES"):
        page.write_text(f"{before}{heading}\n{written()}", encoding="utf-8")
    else:
        assert examples.strip() == written().strip()


@pytest.mark.parametrize("title", sorted(documents()))
def test_the_schema_knows_each_document(title):
    schema = json.loads((DOCS / "exchange.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    values = json.loads(documents()[title][0])
    assert validator.is_valid(values)
    assert not validator.is_valid({**values, "more": 1})
    assert not validator.is_valid({**values, "schema": "kommunalhub.other/1"})
