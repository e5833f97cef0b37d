"""Say whether setup.py declares every package that the code uses, and none that it does not.

    python scripts/dependencies.py

What is used: imports of the code, and packages that ZCML and GenericSetup profiles name. Who has it
is read from the environment, so all of it has to be installed. Exit code 1 when something is wrong.
"""

from importlib.metadata import distributions
from importlib.metadata import packages_distributions
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathlib import Path
from xml.etree import ElementTree

import ast
import sys


TOP = Path(__file__).resolve().parent.parent
SOURCE = TOP / "src" / "kommunalhub"
PROFILES = TOP / "profiles"
OURS = "kommunalhub"
#: Declared, and used by no line of the code: why it has to be there.
WITHOUT_A_LINE = {
    "plone-classicui": "the pages that ours stand among",
    "plonetheme-barceloneta": "the theme's rules and files are named by address",
}
#: What of the code is no part of a running site, and the extra that declares it; None: run by hand
#: on a desk, and says itself what it needs.
NOT_SERVING = {"testing.py": "test", "site/demo/making": None}


def main():
    problems = differences(used(), declared(), Owners())
    problems += differences(used(serving=False), declared("test"), Owners(), spare=True)
    print("\n".join(problems) or "setup.py declares what is used.")
    return 1 if problems else 0


class Owners:
    """Who has a module: several distributions share a name such as `plone` or `zope`."""

    def __init__(self):
        self.by_name = packages_distributions()
        self.by_module = {}
        for distribution in distributions():
            name = canonicalize_name(distribution.metadata["Name"])
            for file in distribution.files or ():
                if file.suffix in (".py", ".so") and ".dist-info" not in file.parts[0]:
                    parts = [*file.parts[:-1], file.name.split(".")[0]]
                    module = ".".join(part for part in parts if part != "__init__")
                    self.by_module.setdefault(module, name)

    def of(self, module):
        """Return the canonical name of the distribution that has a dotted module, or None."""
        parts = module.split(".")
        names = self.by_name.get(parts[0], ())
        if len(set(names)) == 1:
            return canonicalize_name(names[0])
        while parts:
            if ".".join(parts) in self.by_module:
                return self.by_module[".".join(parts)]
            parts.pop()
        return None


def used(source=SOURCE, profiles=PROFILES, serving=True):
    """Return {dotted module: first file that uses it} for everything that is not ours.

    serving: of what a running site needs; else of what its tests need.
    """
    found = {}
    for path in sorted(source.rglob("*.py")):
        if extra_of(path.relative_to(source)) != ("" if serving else "test"):
            continue
        for module in imports(path.read_text(encoding="utf-8")):
            found.setdefault(module, path)
    for path in sorted([*source.rglob("*.zcml"), *profiles.rglob("metadata.xml")]) * serving:
        for module in named(path):
            found.setdefault(module, path)
    return {
        module: path
        for module, path in found.items()
        if module.split(".")[0] not in sys.stdlib_module_names | {OURS}
    }


def extra_of(path):
    """Return the extra for what a file imports: "" for none, None where nobody declares it."""
    for place, extra in NOT_SERVING.items():
        if path.is_relative_to(place):
            return extra
    return ""


def imports(text):
    """Yield the modules that a source imports, with what is taken out of them: a.b.c."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(path):
    """Yield the packages that a ZCML file includes, or a profile depends on."""
    for element in ElementTree.parse(path).iter():
        package = element.get("package", "")
        if package and not package.startswith("."):
            yield package
        text = (element.text or "").strip()
        if element.tag == "dependency" and text.startswith("profile-"):
            yield text.removeprefix("profile-").partition(":")[0]


def declared(extra=""):
    """Return the canonical names of what setup.py asks for, that of an extra included."""
    tree = ast.parse((TOP / "setup.py").read_text(encoding="utf-8"))
    (call,) = (n for n in ast.walk(tree) if getattr(getattr(n, "func", 0), "id", "") == "setup")
    values = {word.arg: word.value for word in call.keywords}
    texts = ast.literal_eval(values["install_requires"])
    texts += ast.literal_eval(values["extras_require"])[extra] if extra else []
    return {canonicalize_name(Requirement(text).name) for text in texts}


def differences(used, declared, owners, spare=False):
    """Return a sentence for each package that is used or declared alone.

    spare: more may be declared than is used.
    """
    problems, having = [], {}
    for module, path in sorted(used.items()):
        owner = owners.of(module)
        if owner is None:
            problems.append(f"{module}: nobody has it ({path})")
        else:
            having.setdefault(owner, (module, path))
    for owner, (module, path) in sorted(having.items()):
        if owner not in declared:
            problems.append(f"{owner} is used ({module} in {path}) and not declared")
    if not spare:
        for name in sorted(declared - set(having) - set(WITHOUT_A_LINE)):
            problems.append(f"{name} is declared and not used")
        for name in sorted(set(WITHOUT_A_LINE) & set(having)):
            problems.append(f"{name} is used after all: take it out of WITHOUT_A_LINE")
    return problems


if __name__ == "__main__":
    sys.exit(main())
