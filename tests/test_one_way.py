"""What the house does in one way stands in one place; whoever writes it again is sent there."""

from pathlib import Path

import kommunalhub
import pytest
import re


SOURCE = Path(kommunalhub.__file__).parent

#: Signs of a mechanism: where it stands, and who else may use what lies beneath, with the reason.
ONE_WAY = {
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


def places(pattern, kind="py"):
    return {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob(f"*.{kind}")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("what", ONE_WAY)
def test_it_stands_in_one_place(what):
    pattern, allowed = ONE_WAY[what]
    assert places(pattern) == set(allowed)


def test_the_way_to_a_page_is_drawn_in_one_place():
    assert places(r'class="crumbs"', "pt") == {"core/browser/templates/parts.pt"}


@pytest.mark.parametrize("name", ["Found", "Hits", "Limits", "Kind", "Part"])
def test_a_name_that_fits_much_is_used_once_at_most(name):
    assert len(places(rf"(?m)^class {name}\b")) <= 1
