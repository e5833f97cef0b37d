"""Write the pins of every dependency: constraints.txt (pip, uv) and versions.cfg (buildout).

    python scripts/pins.py            resolve setup.py anew and write both files
    python scripts/pins.py --check    say whether both files agree with setup.py; no network

One resolution serves every Python from 3.11 on, so markers stay in constraints.txt.
Exit code 1 when the check fails.
"""

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathlib import Path

import argparse
import ast
import subprocess
import sys


TOP = Path(__file__).resolve().parent.parent
CONSTRAINTS = TOP / "constraints.txt"
VERSIONS = TOP / "versions.cfg"
EXTRAS = ("test", "buildout", "postgresql")
#: The patch level keeps uv from pinning packages twice whose metadata name one.
OLDEST_PYTHON = "3.11.5"
HEAD = "# Written by `make pins` from setup.py; do not edit.\n"
#: What buildout itself runs on: it cannot exchange these under its own feet.
NOT_FOR_BUILDOUT = {"pip", "setuptools", "wheel", "zc-buildout", "uv"}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="change nothing, report differences")
    if options.parse_args().check:
        problems = differences()
        print("\n".join(problems) or "The pins agree with setup.py.")
        return 1 if problems else 0
    text = HEAD + resolve()
    CONSTRAINTS.write_text(text, encoding="utf-8")
    VERSIONS.write_text(versions_cfg(text), encoding="utf-8")
    print(f"{len(pins(text))} pins written")
    return 0


def resolve():
    """Return the pins of all dependencies as uv resolves them today, one line each."""
    command = [str(Path(sys.executable).parent / "uv"), "pip", "compile", "setup.py", "--quiet"]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--upgrade", "--no-header"]
    command += ["--annotation-style", "line"]
    for extra in EXTRAS:
        command += ["--extra", extra]
    done = subprocess.run(command, cwd=TOP, check=True, capture_output=True, text=True)
    return done.stdout


def pins(text):
    """Return {canonical name: version} of a constraints file; a name pinned twice is an error."""
    found = {}
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        requirement = Requirement(line)
        name = canonicalize_name(requirement.name)
        (specifier,) = requirement.specifier
        if found.setdefault(name, specifier.version) != specifier.version:
            raise SystemExit(f"{name} is pinned twice: {found[name]} and {specifier.version}")
    return found


def versions_cfg(text):
    """Return versions.cfg for the pins of a constraints file."""
    lines = [f"{name} = {version}\n" for name, version in pins(text).items()]
    lines = [line for line in lines if line.split(" = ")[0] not in NOT_FOR_BUILDOUT]
    return HEAD + "[versions]\n" + "".join(lines)


def differences():
    """Return a sentence for each way in which the files and setup.py do not fit together."""
    text = CONSTRAINTS.read_text(encoding="utf-8")
    pinned = pins(text)
    problems = []
    for requirement in map(Requirement, requirements()):
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None:
            problems.append(f"{requirement.name} has no pin: run make pins")
        elif not requirement.specifier.contains(version, prereleases=True):
            problems.append(f"setup.py wants {requirement}, the pin is {version}: run make pins")
    if VERSIONS.read_text(encoding="utf-8") != versions_cfg(text):
        problems.append("versions.cfg is not made from constraints.txt: run make pins")
    return problems


def requirements():
    """Return what setup.py asks for, extras included, as requirement texts."""
    tree = ast.parse((TOP / "setup.py").read_text(encoding="utf-8"))
    (call,) = (node for node in ast.walk(tree) if _is_call_of(node, "setup"))
    values = {keyword.arg: keyword.value for keyword in call.keywords}
    extras = ast.literal_eval(values["extras_require"])
    return ast.literal_eval(values["install_requires"]) + [
        requirement for extra in EXTRAS for requirement in extras[extra]
    ]


def _is_call_of(node, name):
    return isinstance(node, ast.Call) and getattr(node.func, "id", None) == name


if __name__ == "__main__":
    sys.exit(main())
