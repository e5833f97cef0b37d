"""A built wheel makes the same site as the checkout, and can be taken away again."""

from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.site.commandline import DONE
from kommunalhub.site.commandline import FAILED
from pathlib import Path
from processes import free_port
from processes import run
from processes import Server
from zipfile import ZipFile

import pytest
import shutil
import sys
import sysconfig


TOP = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
JSON = {"Accept": "application/json"}
UV = PROGRAMS / "uv"
KINDS = (
    *(".css", ".html", ".in", ".js", ".json", ".otf", ".po", ".pt", ".svg", ".toml", ".typ"),
    *(".woff2", ".zcml"),
)
SOURCES = ("src", "profiles", "setup.py", "pyproject.toml", "MANIFEST.in", "README.md")

# Reads every record of the packed database: what class or object of ours does one still name?
LEFTOVERS = """
from pickletools import genops

storage = app._p_jar.db().storage
found, next_oid = set(), None
while True:
    oid, tid, data, next_oid = storage.record_iternext(next_oid)
    strings = []
    for operation, argument, _position in genops(data):
        if "UNICODE" in operation.name:
            strings.append(argument)
        elif operation.name == "GLOBAL" and argument.startswith("kommunalhub"):
            found.add(argument)
        elif operation.name == "STACK_GLOBAL" and strings[-2].startswith("kommunalhub"):
            found.add(" ".join(strings[-2:]))
    if next_oid is None:
        break
print("left over:", sorted(found))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the wheel built from a copy of the sources."""
    copy = tmp_path_factory.mktemp("sources")
    skip = shutil.ignore_patterns("*.egg-info", "__pycache__", "*.mo")
    for name in SOURCES:
        if (TOP / name).is_dir():
            shutil.copytree(TOP / name, copy / name, symlinks=True, ignore=skip)
        else:
            shutil.copy(TOP / name, copy)
    code, output = run(
        UV, "build", "--wheel", "--no-build-isolation", "--python", sys.executable, copy
    )
    assert code == 0, output
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory):
    """Return the folder of programs of an environment with the wheel and what it needs."""
    venv = tmp_path_factory.mktemp("installed") / "venv"
    assert run(UV, "venv", "--python", sys.executable, venv)[0] == 0
    python = venv / "bin" / "python"
    pins = TOP / "constraints.txt"
    code, output = run(UV, "pip", "install", "-q", "--python", python, "-c", pins, wheel)
    assert code == 0, output
    bring_compiled(venv)
    return venv / "bin"


def bring_compiled(venv):
    """Copy what Python has compiled of the same packages for the tests: it takes 20 seconds anew.

    Python looks at each: it is not used for a file of another size or time.
    """
    here = Path(sysconfig.get_path("purelib"))
    there = venv / here.relative_to(sys.prefix)
    for compiled in here.rglob("__pycache__"):
        place = there / compiled.relative_to(here)
        if place.parent.is_dir():
            shutil.copytree(compiled, place, dirs_exist_ok=True)


@pytest.fixture(scope="module")
def var(programs, tmp_path_factory):
    """Return the data of a demo site that the wheel made."""
    var = tmp_path_factory.mktemp("wheel") / "var"
    code, output = run(programs / "kommunalhub", "create-site", "--demo", "--var", var)
    assert code == DONE, output
    return var


def test_it_holds_all_that_is_not_python(wheel):
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = TOP / "src" / "kommunalhub"
    there = {
        f"kommunalhub/{path.relative_to(package)}"
        for path in package.rglob("*")
        if path.suffix in KINDS
    }
    profiles = {
        f"kommunalhub/profiles/{path.relative_to(TOP / 'profiles')}"
        for path in (TOP / "profiles").rglob("*.xml")
    }
    assert profiles and there | profiles <= names
    catalogues = {name for name in names if name.endswith(".po")}
    assert {name.replace(".po", ".mo") for name in catalogues} <= names
    assert not [name for name in names if not name.startswith("kommunalhub")]


def test_its_site_is_the_demo_site(programs, var):
    port = free_port()
    command = (programs / "kommunalhub", "serve", "--var", var, "--port", port)
    with Server(command, port, var.parent / "serve.log") as server:
        status, home = server.get("")
        assert status == 200
        assert "Beratung anfragen" in home
        assert server.get("/foerderung/programme")[0] == 200
        status, token = server.sign_in("malente-pruefung", DEMO_PASSWORD)
        assert status == 200
        assert server.request("GET", "/@inbox", headers=token | JSON)[0] == 200


def test_plone_works_without_the_package_after_uninstalling(programs, var):
    """Last: it takes the package away."""
    remove = (programs / "kommunalhub", "remove", "--var", var)
    code, output = run(*remove)
    assert (code, "Nothing was changed" in output) == (FAILED, True), output
    code, output = run(*remove, "--with-cases")
    assert (code, "FundingConsultation" in output) == (DONE, True), output
    assert run(programs / "kommunalhub", "pack", "--days", "0", "--var", var)[0] == DONE
    script = var.parent / "script.py"
    assert run(UV, "pip", "uninstall", "--python", programs / "python", "kommunalhub")[0] == 0

    script.write_text(LEFTOVERS)
    code, output = run(programs / "zconsole", "run", var / "zope.conf", script)
    assert code == 0, output
    assert "left over: []" in output

    port = free_port()
    ini = var / "plain.ini"
    text = (var / "zope.ini").read_text()
    for ours in ("    compression\n", "    egg:kommunalhub#paths\n"):
        assert ours in text
        text = text.replace(ours, "")
    ini.write_text(f"{text}\n[server:main]\nuse = egg:waitress#main\nlisten = localhost:{port}\n")
    with Server((programs / "runwsgi", ini), port, var.parent / "plain.log") as server:
        assert server.get("")[0] == 200
        assert server.get("/login")[0] == 200
        assert server.get("/@@search?SearchableText=hub")[0] == 200
        password = (var / "secrets" / "hub-admin").read_text().strip()
        status, token = server.sign_in("hub-admin", password)
        assert status == 200
        for page in ("/@@overview-controlpanel", "/folder_contents", "/@@search"):
            assert server.request("GET", page, headers=token)[0] == 200, page
