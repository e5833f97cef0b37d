"""Where a link may lead: found as the search finds, seen with the eyes of who asks."""

from dataclasses import dataclass
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.titles import type_title
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.checks import links
from kommunalhub.editorial.checks.operations import html_of
from kommunalhub.editorial.checks.rules import tree_of
from kommunalhub.lib.headings import headings_of
from kommunalhub.search import engine
from lxml import html as lxml_html
from zope.i18nmessageid import Message

import re


MOST, LONGEST = 12, 300
#: What has no UID.
VIEW = re.compile(r"@@|\+\+|\?")
#: Addresses elsewhere are no words.
ELSEWHERE = re.compile(r"(?:https?://|mailto:|tel:|www\.)|[^\s@/]+@[^\s@/]+\.", re.IGNORECASE)


@dataclass(frozen=True)
class Target:
    """kind: title of its type. place: titles of the folders around it. is_public: for citizens."""

    uid: str
    title: str
    kind: Message
    place: str
    badge: Message | None
    is_public: bool


def found(text):
    """Return up to MOST Targets that fit words or are at an address of the site, best first.

    Without words: what was changed last.
    """
    text = text.strip()[:LONGEST]
    uid = uid_at(text)
    if uid:
        brains = catalog()(UID=uid)
    elif ELSEWHERE.match(text):
        brains = ()
    elif text:
        brains = engine.search(text, {}, beginning=True).hits[:MOST]
    else:
        brains = catalog()(
            portal_type=("Document", "News Item", "Event"),
            sort_on="modified",
            sort_order="descending",
            sort_limit=MOST,
        )[:MOST]
    return _targets(list(brains))


def uid_at(address):
    """Return the UID of what stands at an address within the site, None for anything else."""
    root = site().absolute_url()
    if not (address.startswith(root) or links.UID in address):
        return None
    target = links.target_of(address, f"{root}/", root)
    return links.found({target}).get(target) if target else None


def lasting(html):
    """Return HTML whose links to what who asks may see in the site stay when that is moved.

    Views and questions are left as they are: they have no UID.
    """
    root = site().absolute_url()
    if f'"{root}/' not in html:
        return html
    tree, wanted = tree_of(html), {}
    for link in tree.iter("a"):
        address = link.get("href") or ""
        if address.startswith(f"{root}/") and not VIEW.search(address):
            wanted[link] = links.target_of(address, f"{root}/", root)
    uids = links.found(set(filter(None, wanted.values())))
    for link, target in wanted.items():
        if target in uids:
            _before, mark, place = link.get("href").partition("#")
            link.set("href", f"resolveuid/{uids[target]}{mark}{place}")
    whole = lxml_html.tostring(tree, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>")


def anchors_of(uid):
    """Return [(id, text)] of the headings of a page that who asks may open; [] for all else."""
    for brain in catalog()(UID=uid):
        html = html_of(brain.getObject())
        return [(id_, text) for _level, text, id_ in headings_of(html) if text]
    return []


def _targets(brains):
    above = {}
    for brain in brains:
        above[brain.UID] = _above(brain.getPath())
    paths = {path for found in above.values() for path in found}
    rows = catalog()(path={"query": list(paths), "depth": 0}) if paths else ()
    titles = {row.getPath(): row.Title for row in rows}
    public = links.public({brain.UID for brain in brains})
    return [
        Target(
            brain.UID,
            brain.Title or brain.getId,
            type_title(brain.portal_type),
            " › ".join(titles[path] for path in above[brain.UID] if path in titles),
            badge_of_brain(brain),
            brain.UID in public,
        )
        for brain in brains
    ]


def _above(path):
    """Return the paths of the folders around something, below the site."""
    start = len(site().getPhysicalPath())
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(start + 1, len(parts))]
