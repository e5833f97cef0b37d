"""Private parts of Zope and Plone stand in core/private, and all on a page of the reference."""

from ast import Assign
from ast import Attribute
from ast import Call
from ast import ClassDef
from ast import Constant
from ast import FunctionDef
from ast import ImportFrom
from ast import Name
from ast import parse
from ast import Store
from ast import unparse
from ast import walk
from BTrees.OOBTree import OOBTree
from functools import cache
from inspect import getsource
from pathlib import Path
from plone import api
from plone.namedfile.file import NamedBlobFile
from Products.MailHost.MailHost import MailBase
from Products.PluggableAuthService.PluggableAuthService import PluggableAuthService
from ZPublisher.HTTPRequest import HTTPRequest

import kommunalhub
import pytest
import re


SOURCE = Path(kommunalhub.__file__).parent
PAGE = Path(__file__).parent.parent / "docs" / "reference" / "private-parts.md"
ROOM = "core/private/"
#: Begin with an underscore and are promised all the same; the page says where.
PROMISED = {
    "_current_frames",  # sys
    "_delObject",
    "_getOb",
    "_getPAS",
    "_p_activate",
    "_p_changed",
    "_p_deactivate",
    "_p_jar",
    "_p_oid",
    "_p_serial",
    "_replace",  # of a named tuple
    "_setId",
    "_setObject",
    "_unrestrictedGetObject",
}
#: What a class of ours inherits is used where the class is; so is what stays of a patched method.
ELSEWHERE = {
    ("approvals/case/names.py", "_old__get_id"),
    ("approvals/revisions.py", "_getBaseline"),
    ("approvals/revisions.py", "_get_relation_to_baseline"),
    ("editorial/relocation/leaving.py", "_old__verifyObjectPaste"),
    ("partners/people/restapi/accounts.py", "_get_group_id"),
    ("partners/people/restapi/accounts.py", "_get_user"),
    ("partners/people/restapi/accounts.py", "_get_user_id"),
    ("security/publication/keywords.py", "_old_all_keywords"),
    # makes files of the demo, by hand
    ("site/demo/making/slides.py", "_r"),
    ("site/demo/making/texts.py", "_tr"),
}


def foreign(path):
    """Yield the private names that a module uses and does not make itself."""
    tree = parse(path.read_text(encoding="utf-8"))
    own = set()
    for node in walk(tree):
        if isinstance(node, FunctionDef | ClassDef):
            own.add(node.name)
        elif isinstance(node, Attribute) and isinstance(node.ctx, Store):
            if isinstance(node.value, Name) and node.value.id in ("self", "cls"):
                own.add(node.attr)
        elif isinstance(node, Assign):
            own.update(target.id for target in node.targets if isinstance(target, Name))
    for node in walk(tree):
        if isinstance(node, Attribute) and is_private(node.attr) and node.attr not in own:
            yield node.attr
        elif isinstance(node, ImportFrom):
            yield from (alias.name for alias in node.names if is_private(alias.name))
        elif isinstance(node, Call) and unparse(node.func) == "getattr":
            name = node.args[1]
            if isinstance(name, Constant) and is_private(name.value) and name.value not in own:
                yield name.value


def is_private(name):
    """Tell whether a name is private; `_v_…` on an object is a note of our own for one request."""
    return name.startswith("_") and not name.startswith(("__", "_v_")) and name != "_"


@cache
def uses():
    """Return {(module, name)} of all private parts that are used, promised ones left out."""
    return {
        (str(path.relative_to(SOURCE)), name)
        for path in SOURCE.rglob("*.py")
        for name in foreign(path)
        if name not in PROMISED
    }


def in_room():
    return {name for module, name in uses() if module.startswith(ROOM)}


def patched():
    """Return {"class or module.name"} of all that is replaced at run time."""
    return {
        f"{place}.{original}"
        for path in SOURCE.rglob("*.zcml")
        for patch in re.findall(r"<monkey:patch\b(.*?)/>", path.read_text(encoding="utf-8"), re.S)
        for place in re.findall(r'\b(?:class|module)="([^"]+)"', patch)
        for original in re.findall(r'\boriginal="([^"]+)"', patch)
    }


def test_private_parts_stand_in_their_room():
    outside = {(module, name) for module, name in uses() if not module.startswith(ROOM)}
    assert outside == ELSEWHERE


def test_each_is_used_in_one_module():
    modules = {name: {module for module, used in uses() if used == name} for name in in_room()}
    assert {name: found for name, found in modules.items() if len(found) > 1} == {}


@pytest.mark.parametrize("what", [in_room, patched])
def test_all_are_on_the_page(what):
    text = PAGE.read_text(encoding="utf-8")
    assert len(what()) > 5
    assert {name for name in what() if f"`{name}`" not in text} == set()


def test_nothing_else_is_on_the_page():
    text = PAGE.read_text(encoding="utf-8")
    known = in_room() | PROMISED | {name for _module, name in ELSEWHERE}
    listed = set(re.findall(r"`(_[a-zA-Z]\w*)`", text))
    assert listed - known == {"_plone_registry_cache"}  # a key, no attribute
    replaced = text.split("## Replaced at run time")[1]
    assert set(re.findall(r"^\| `([\w.]+)` \|", replaced, re.M)) == patched()


def test_what_is_used_is_there(integration):
    """An update of Plone that renames a part fails here, by name, before anything else does."""
    portal = integration["portal"]
    catalog, users = portal.portal_catalog, portal.acl_users
    tree = OOBTree({number: number for number in range(100)})
    having = {
        catalog: {"_catalog", "_counter", "_listAllowedRolesAndUsers"},
        catalog.Indexes["UID"]: {"_index"},
        catalog.Indexes["portal_type"]: {"_index"},
        catalog(): {"_seq"},
        tree: {"_firstbucket"},
        tree._firstbucket: {"_next"},
        portal._p_jar: {"_normal_storage", "_reader"},
        users: {"_verifyUser", "_getGroupsForPrincipal", "_getAllLocalRoles"},
        users.portal_role_manager: {"_principal_roles"},
        users.jwt_auth: {"_decode_token"},
        api.portal.get_tool("portal_memberdata"): {"_deletePortrait"},
        api.portal.get_tool("portal_password_reset"): {"_requests"},
        api.portal.get_tool("portal_workflow"): {"_chains_by_type"},
        api.portal.get_tool("portal_setup"): {"_getImportContext"},
        portal: {"_delRoles"},
    }
    missing = {
        (type(thing).__name__, name)
        for thing, names in having.items()
        for name in names
        if not hasattr(thing, name)
    }
    assert missing == set()
    assert hasattr(MailBase, "_makeMailer")
    assert hasattr(HTTPRequest, "_auth")
    assert hasattr(NamedBlobFile(b""), "_blob")
    assert "_has_challenged" in getsource(PluggableAuthService)
