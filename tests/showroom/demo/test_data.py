"""What the showroom of the demo consists of: all in words, all there, small."""

from kommunalhub.showroom import rules
from kommunalhub.showroom.demo import EXHIBITS
from kommunalhub.showroom.demo import MEDIA
from kommunalhub.showroom.films import cues
from kommunalhub.showroom.solids import rules as solids
from kommunalhub.showroom.tours import linting
from kommunalhub.showroom.tours import records
from kommunalhub.showroom.tours.rules import Scene
from kommunalhub.showroom.tours.rules import Tour

import pytest
import tomllib


TABLES = tomllib.loads(EXHIBITS.read_text(encoding="utf-8"))
MEGABYTE = 1024 * 1024
SUFFIXES = (".jpg", ".mp4", ".vtt", ".glb")


def values(found):
    """Yield all texts in tables, lists and dicts."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for value in found.values():
            yield from values(value)
    elif isinstance(found, list):
        for value in found:
            yield from values(value)


def named():
    """Return the files that the tables name."""
    found = {text for text in values(TABLES) if text.endswith(SUFFIXES)}
    return found | {f"{scene['id']}.jpg" for scene in TABLES["scene"] if "file" not in scene}


def test_every_file_is_there_and_none_besides():
    assert {path.name for path in MEDIA.iterdir()} == named()


def test_all_media_together_are_small():
    assert sum(path.stat().st_size for path in MEDIA.iterdir()) < 15 * MEGABYTE


def test_all_kinds_and_states_are_shown():
    assert {entry["kind"] for entry in TABLES["exhibit"]} == set(rules.KINDS)
    ends = {entry["steps"][-1]["act"] if "steps" in entry else "" for entry in TABLES["exhibit"]}
    assert ends == {"", "submit", "return", "approve", "publish"}


@pytest.mark.parametrize("table", ["scene", "solid", "view", "film", "recording", "picture"])
def test_every_medium_is_told_in_words(table):
    assert all(len(entry["alternative"]) > 40 for entry in TABLES[table])


@pytest.mark.parametrize(
    "exhibit", [entry["id"] for entry in TABLES["exhibit"] if entry["kind"] in ("tour", "panorama")]
)
def test_the_linter_finds_nothing_in_the_tours(exhibit):
    entries = [scene for scene in TABLES["scene"] if scene["exhibit"] == exhibit]
    tour = Tour(tuple(map(scene_of, entries)))
    assert linting.problems(tour) == ()


def scene_of(entry):
    def points(kind, name):
        read = (records.read(kind, values) for values in entry.get(name, ()))
        found = []
        for record, wrong in read:
            assert wrong == {}, (entry["id"], wrong)
            found.append(record)
        return tuple(found)

    return Scene(
        entry["id"],
        entry["id"],
        entry["title"],
        words=entry["alternative"],
        summary=entry["description"],
        ways=points(records.WAY, "ways"),
        details=points(records.DETAIL, "details"),
        has_picture=True,
    )


def test_the_object_passes_the_gate():
    facts = solids.examined((MEDIA / "butterfass.glb").read_bytes())
    assert facts.size < 300 * 1024 and facts.triangles > 1000 and facts.textures == 1


@pytest.mark.parametrize("path", sorted(MEDIA.glob("*.vtt")), ids=lambda path: path.stem)
def test_captions_are_read_to_the_end(path):
    found = cues.cues_in(path.read_bytes())
    assert len(found) >= 4
