"""What is taken over, under which name, and what becomes of it. Pure."""

from hashlib import sha256
from uuid import NAMESPACE_URL
from uuid import uuid5

import json
import posixpath
import re


#: What becomes of a piece.
NEW, SAME, CHANGED, REFUSED = VERDICTS = ("new", "same", "changed", "refused")
#: Endings of what makes a page, and how it is read; of what becomes a picture.
PAGES = {
    **dict.fromkeys(("html", "htm", "xhtml"), "html"),
    "docx": "docx",
    **dict.fromkeys(("md", "markdown"), "md"),
}
PICTURES = frozenset(("gif", "jpeg", "jpg", "png", "webp"))
#: Names of the page that stands for its folder, without their endings.
FIRST_PAGES = ("index", "readme", "default", "start")
#: Pieces of a source, folders in each other, letters of a name.
MOST_PIECES, DEEPEST, LONGEST_NAME = 20_000, 20, 200
COMMON = ("title", "description", "subjects")
NARROWING = ("audience_partners", "audience_functions", "audience_groups")
#: Of the house, on pages and on folders.
VARIANT = ("variant_kind", "variant_of")
UPKEEP = ("responsible", "review_months")
MUST_READ = ("must_read", "must_read_due")
CUT = ("picture_turn", "cut_left", "cut_top", "cut_right", "cut_bottom")
LEAD = ("image_caption", "image_alt", "image_decorative", "focus_x", "focus_y", *CUT)
#: What is left out where this site does not know it, so that the page comes all the same.
OURS = frozenset(
    (*UPKEEP, *MUST_READ, "talk_allowed", "topics", "pinned_until", "promised_variants")
    + ("access", "focus_x", "focus_y", *CUT)
)
#: {type of an export: fields that come along, besides its text and its files}.
FIELDS = {
    "Document": (*COMMON, *NARROWING, *UPKEEP, *MUST_READ, *VARIANT, "talk_allowed"),
    "News Item": (
        *(*COMMON, *NARROWING, *MUST_READ, *LEAD),
        *("responsible", "talk_allowed", "topics", "pinned_until"),
    ),
    "Event": (
        *COMMON,
        *NARROWING,
        *("start", "end", "whole_day", "open_end", "recurrence", "location", "event_url"),
        *("contact_name", "contact_email", "contact_phone"),
        *("access", "access_note", "topics", "audience", "responsible"),
    ),
    "Link": (*COMMON, "remoteUrl"),
    "Collection": (*COMMON, "query", "sort_on", "sort_reversed", "limit", "item_count"),
    "Folder": (*COMMON, *UPKEEP, "promised_variants"),
    "File": COMMON,
    "Image": (*COMMON, *CUT),
}
WORD = re.compile(r"[\W_]+")


def levels(found):
    """Return levels of headings that go down by one at a time, from the second on.

    >>> list(levels([1, 4, 4, 2, 3])), list(levels([5, 6, 5]))
    ([2, 3, 3, 3, 4], [2, 3, 2])
    """
    way = []
    for level in found:
        while way and way[-1] >= level:
            way.pop()
        way.append(level)
        yield min(len(way) + 1, 6)


def title_of_name(key):
    """Return a title made of the name of a file or folder.

    >>> title_of_name("dienste/neuer_pass-2026.html"), title_of_name("dienste")
    ('Neuer pass 2026', 'Dienste')
    """
    name = posixpath.basename(key.rstrip("/"))
    stem = posixpath.splitext(name)[0] or name
    title = " ".join(WORD.sub(" ", stem).split()) or name
    return title[:1].upper() + title[1:]


def ending_of(name):
    """Return the ending of a file name in small letters, without the dot."""
    return posixpath.splitext(name)[1].lower().lstrip(".")


def is_first_page(key):
    """Return whether a page stands for the folder that it is in.

    >>> is_first_page("dienste/index.html"), is_first_page("dienste/pass.html")
    (True, False)
    """
    return posixpath.splitext(posixpath.basename(key))[0].lower() in FIRST_PAGES


def is_inside(path):
    r"""Return whether a path stays within the folder that it is seen from.

    >>> is_inside("a/b.html"), is_inside("../a"), is_inside("/etc/passwd"), is_inside(r"..\a")
    (True, False, False, False)
    """
    if not path or "\0" in path or "\\" in path or path.startswith("/") or ":" in path[:3]:
        return False
    return ".." not in path.split("/")


def folders_above(key):
    """Return the keys of the folders that a piece stands in, the outermost first.

    >>> folders_above("a/b/c.html"), folders_above("c.html")
    (['a', 'a/b'], [])
    """
    parts = key.split("/")[:-1]
    return ["/".join(parts[: at + 1]) for at in range(len(parts))]


def token_of(value):
    """Return the token of a choice as an export writes it, or "".

    >>> token_of({"token": "easy", "title": "Leichte Sprache"}), token_of("easy"), token_of([1])
    ('easy', 'easy', '')
    """
    value = value.get("token") if isinstance(value, dict) else value
    return value if isinstance(value, str) else ""


def uid_for(book, key):
    """Return the UID that a piece gets: the same in each run, so that links need not wait."""
    return uuid5(NAMESPACE_URL, f"kommunalhub:{book}:{key}").hex


def digest_of(*values):
    """Return what tells one state of a piece from another."""
    return sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()


def verdict(known, digest, here, is_draft, used=False):
    """Return (verdict, reason of a refusal or "") of a piece.

    known: None, or (digest as it was last written, digest of what stood here then). here: digest of
    what stands here now, None where it is gone. used: something else has its UID.

    >>> verdict(None, "a", None, True), verdict(("a", "x"), "a", "y", False)
    (('new', ''), ('same', ''))
    >>> verdict(("a", "x"), "b", "x", True), verdict(("a", "x"), "b", "y", True)
    (('changed', ''), ('refused', 'changed_here'))
    >>> verdict(("a", "x"), "b", "x", False), verdict(("a", "x"), "a", None, True)
    (('refused', 'released_here'), ('refused', 'deleted_here'))
    """
    if known is None:
        return (REFUSED, "uid_taken") if used else (NEW, "")
    if here is None:
        return REFUSED, "deleted_here"
    if known[0] == digest:
        return SAME, ""
    if not is_draft:
        return REFUSED, "released_here"
    return (CHANGED, "") if known[1] == here else (REFUSED, "changed_here")
