"""setup.py declares what the code uses, and the script that says so sees all of it."""

from importlib.util import module_from_spec
from importlib.util import spec_from_file_location
from pathlib import Path

import pytest


TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script():
    spec = spec_from_file_location("dependencies", TOP / "scripts" / "dependencies.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_used_is_declared_and_nothing_else(script, capsys):
    assert script.main() == 0, capsys.readouterr().out


class Owners:
    @staticmethod
    def of(module):
        return {"PIL": "pillow", "lxml": "lxml"}.get(module.split(".")[0])


USED = {"PIL.Image": "a.py", "lxml": "b.py"}


@pytest.mark.parametrize(
    ("used", "declared", "told"),
    [
        (USED, {"pillow", "lxml"}, []),
        (USED, {"lxml"}, ["pillow is used (PIL.Image in a.py) and not declared"]),
        ({}, {"lxml"}, ["lxml is declared and not used"]),
        ({"ghost.a": "c.py"}, set(), ["ghost.a: nobody has it (c.py)"]),
    ],
)
def test_each_way_of_being_wrong_is_told(script, used, declared, told):
    assert script.differences(used, declared, Owners) == told


def test_an_exemption_that_is_none_any_more_is_told(script, monkeypatch):
    monkeypatch.setattr(script, "WITHOUT_A_LINE", {"lxml": "by address"})
    (problem,) = script.differences({"lxml": "b.py"}, {"lxml"}, Owners)
    assert problem.startswith("lxml is used after all")


def test_a_source_is_read_for_imports_in_every_form(script, tmp_path):
    code, profiles = tmp_path / "code", tmp_path / "profiles"
    (code / "site" / "demo" / "making").mkdir(parents=True)
    (profiles / "default").mkdir(parents=True)
    (code / "a.py").write_text(
        "import os, PIL.Image\nfrom lxml import etree\nfrom kommunalhub import _\n"
        "from . import b\ndef later():\n    from late.er import on\n"
    )
    (code / "testing.py").write_text("import tested\n")
    (code / "site" / "demo" / "making" / "it.py").write_text("import by.hand\n")
    (code / "a.zcml").write_text('<c><include package="z.c" /><include package=".x" /></c>')
    (profiles / "default" / "metadata.xml").write_text(
        "<m><dependencies><dependency>profile-pro.file:default</dependency></dependencies></m>"
    )
    serving = script.used(code, profiles)
    assert set(serving) == {"PIL.Image", "lxml.etree", "late.er.on", "z.c", "pro.file"}
    assert set(script.used(code, profiles, serving=False)) == {"tested"}


def test_names_that_many_share_have_their_own_owner(script):
    owners = script.Owners()
    assert owners.of("plone.api.content") == "plone-api"
    assert owners.of("zope.component.adapter") == "zope-component"
    assert owners.of("PIL.Image") == "pillow"
    assert owners.of("plone.nothing.of.that.name") is None
