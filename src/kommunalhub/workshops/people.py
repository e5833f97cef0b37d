"""Who registers: finding one's own registration, and reading the names of others."""

from kommunalhub import _
from kommunalhub.core import persons
from kommunalhub.core import tools
from kommunalhub.lib import addresses
from kommunalhub.partners.membership import partners_of
from kommunalhub.workshops import storage
from kommunalhub.workshops import typed
from kommunalhub.workshops.operations import Applicant

import re
import unicodedata


LONGEST_NAME = 80
#: So many people are registered with one form at most.
MOST = 50
#: A name and an address with a comma, a semicolon or a space between, or <around> the address.
PERSON = re.compile(r"(?P<name>.+?)[\s,;]+<?(?P<email>[^\s<>,;]+@[^\s<>,;]+)>?")

NOT_FOR_OTHERS = _(
    "error_not_for_others",
    default="Only people who work for the hub or one of its administrations register others.",
)
WRONG_NAME = _("error_person_name", default="Please enter first and last name.")
NOBODY = _("error_nobody", default="Please enter at least one person.")
TOO_MANY = _(
    "error_too_many_people",
    default="At most ${most} people at once, please.",
    mapping={"most": MOST},
)


def registration_of(workshop, userid):
    """Return the active Registration of somebody with an account, or None."""
    return storage.book_of(workshop).of(*keys_of(userid))


def keys_of(userid):
    """Return what the registrations of somebody with an account are known by."""
    email = persons.property_of(userid, "email").strip().lower()
    return [f"user:{userid}"] + ([f"mail:{email}"] if email else [])


def is_name(text):
    """Return whether a text is a name: letters, and nothing that could lead somebody elsewhere."""
    return (
        0 < len(text) <= LONGEST_NAME
        and any(character.isalpha() for character in text)
        and not any(unicodedata.category(character) in ("Cc", "Cf") for character in text)
        and not set("<>/:@\\") & set(text)
    )


def in_text(text, userid):
    """Return (Applicants, None) for a list of people, a name and an address in each line.

    Or ([], sentence) for the first line that cannot be read.
    """
    pairs = []
    for line in typed.lines_of(text):
        found = PERSON.fullmatch(line)
        if found is None or not is_person(found["name"].strip(), found["email"]):
            return [], _(
                "error_person_line",
                default="This line cannot be read: „${line}“. Please write name and address like "
                "„Mia Muster, mia@example.org“.",
                mapping={"line": line[:80]},
            )
        pairs.append((found["name"].strip(), found["email"]))
    return _applicants(pairs, userid)


def from_json(people, userid):
    """Return (Applicants, None) for [{name, email}], or ([], sentence)."""
    if not isinstance(people, list) or not all(isinstance(one, dict) for one in people):
        return [], NOBODY
    pairs = [(one.get("name"), one.get("email")) for one in people]
    if not all(isinstance(part, str) for pair in pairs for part in pair):
        return [], WRONG_NAME
    pairs = [(name.strip(), email.strip()) for name, email in pairs]
    if not all(is_person(*pair) for pair in pairs):
        return [], WRONG_NAME
    return _applicants(pairs, userid)


def is_person(name, email):
    return is_name(name) and addresses.is_email(email)


def _applicants(pairs, userid):
    if not pairs:
        return [], NOBODY
    if len(pairs) > MOST:
        return [], TOO_MANY
    own = partners_of(userid)
    partner = own[0] if own else ""
    found = [
        Applicant(name=name, email=email, userid=userid_of(email), partner=partner)
        for name, email in pairs
    ]
    return found, None


def userid_of(email):
    """Return the id of the one account with this address, "" for none or several."""
    users = tools.tool("acl_users")
    found = {user["userid"] for user in users.searchUsers(email=email, exact_match=True)}
    return found.pop() if len(found) == 1 else ""
