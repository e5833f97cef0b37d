"""What the house does in one way stands in one place; whoever writes it again is sent there."""

from pathlib import Path

import kommunalhub
import pytest
import re


SOURCE = Path(kommunalhub.__file__).parent

#: Signs of a mechanism: where it stands, and who else may use what lies beneath, with the reason.
ONE_WAY = {
    "a message with what its names stand for": (
        r"(__class__|type\(\w+\))\(\w+, mapping|\bMessage\([^\")]+, mapping"
        r"|def _?filled\(message, (\*\*)?mapping",
        {"core/messages.py": "here it is"},
    ),
    "a message in the site's language": (
        r"get_default_language",
        {
            "core/language.py": "here it is",
            "upgrades/to1001.py": "a step means what it meant on its day",
        },
    ),
    "what is an address or a telephone number": (
        r"checkEmailAddress|_EMAIL = re|PHONE = re|isValidEmail",
        {"lib/addresses.py": "here it is"},
    ),
    "what a paper says of the hub it is from": (
        r"casefile_mark|casefile_page|import typst",
        {"approvals/casefile/printing.py": "here it is"},
    ),
    "the mark of the hub": (
        r"icon\.svg",
        {"core/brand.py": "here it is"},
    ),
    "what groups are called": (
        r'_\("(group_(staff|editors|hub_|partner_)|who_(staff|editors|reviewers|hub_))',
        {"partners/titles.py": "here it is"},
    ),
    "what an administration is called in lists": (
        r"\.short_title\b",
        {
            "partners/titles.py": "here it is",
            "partners/browser/panel.py": "where it is changed",
            "search/browser/hits.py": "nothing is said of one that is gone",
            "site/demo/people.py": "the four of the demo",
        },
    ),
    "reading what is set": (
        r"get_registry_record|import IRegistry",
        {
            "core/registry.py": "here it is",
            "partners/membership.py": "all records below one name",
            "site/leaving/settings.py": "takes records away",
        },
    ),
    "a transaction of one's own, again after a conflict": (
        r"TransactionManager|import TransientError|import ConflictError",
        {
            "core/transactions.py": "here it is",
            "core/forms/expired.py": "lets go of what was typed when others keep writing",
            "core/jobs/runner.py": "leaves the turn to others, goes on without the record",
            "core/tally/flushing.py": "lets go of counts when others keep writing",
            "editorial/writing/uploading/operations.py": "tells a conflict from a file that fails",
            "notices/delivery.py": "leaves a mail to others",
            "security/browser/errors.py": "names a conflict on the page of errors",
            "security/ledger.py": "lets a request go on without its count",
        },
    ),
    "what is taken back while the transaction goes on": (
        r"transaction\.savepoint\(\)",
        {"core/transactions.py": "here it is"},
    ),
    "a connection of one's own": (
        r"TransactionManager\(|database\.open\(|\bdb\(\)\.open\(",
        {"core/transactions.py": "here it is"},
    ),
    "a thread beside the requests": (
        r"\bThread\(",
        {
            "core/jobs/worker.py": "here it is",
            "search/fulltext/follower.py": "an index of this process, nothing in the database",
            "security/limits/budget.py": "looks on how long requests take",
            "site/server/handover.py": "listens to commands",
            "site/server/ticking.py": "is the clock that a demo has instead of cron",
        },
    ),
    "what follows an import of the profile": (  # handlers of the profile: configure.zcml
        r"IProfileImportedEvent|IBeforeProfileImportEvent",
        {},
    ),
    # a permission on the view, kommunalhub.SignedIn: core/permissions.zcml
    "only for who is signed in": (
        r"is_anonymous\(\)[^\n]*:\n\s+raise Unauthorized|Only for people who are",
        {},
    ),
    # one thing: what asks for several says so in the plural, `UID=uids`
    "the thing with a UID, whoever asks": (
        r"unrestrictedSearchResults\((?:[^()]*,)?\s*UID=(?!(?:uids|places)\b|list\(|\[)"
        r"|uuidToObject\(|uuidToCatalogBrain\(",
        {"core/tools.py": "here it is"},
    ),
    "acting as somebody": (
        r"newSecurityManager\(|UnrestrictedUser\(",
        {
            "core/acting.py": "here it is",
            "security/publication/person.py": "who asks is known from here on",
            "security/rootaccount.py": "who asks is nobody from here on",
            "site/server/sites.py": "Zope's root, where there is no site",
        },
    ),
}


def places(pattern, kinds=("py", "zcml")):
    return {
        str(path.relative_to(SOURCE))
        for kind in kinds
        for path in SOURCE.rglob(f"*.{kind}")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("what", ONE_WAY)
def test_it_stands_in_one_place(what):
    pattern, allowed = ONE_WAY[what]
    assert places(pattern) == set(allowed)


def test_the_way_to_a_page_is_drawn_in_one_place():
    assert places(r'class="crumbs"', ["pt"]) == {"core/browser/templates/parts.pt"}


@pytest.mark.parametrize("name", ["Found", "Hits", "Limits", "Kind", "Part"])
def test_a_name_that_fits_much_is_used_once_at_most(name):
    assert len(places(rf"(?m)^class {name}\b")) <= 1


def test_nobody_waits_for_a_network_that_is_idle():
    # see browser/drawn.py for what tests wait for instead
    idle = "network" + "idle"
    tests = Path(__file__).parent
    assert [path.name for path in tests.rglob("*.py") if idle in path.read_text("utf-8")] == []
