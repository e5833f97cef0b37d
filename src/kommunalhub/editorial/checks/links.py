"""Where the links of a page lead: to nothing, to what citizens may not open, to scanned paper.

Only links within the site are looked up, by a few queries. What the editor may not see is not told
apart from what is not there.
"""

from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.checks import rules
from kommunalhub.lib.filetext.limits import EMPTY
from urllib.parse import unquote
from urllib.parse import urljoin
from urllib.parse import urlsplit


UID = "resolveuid/"
#: Below these stand no objects but views, traversers and resources.
NO_OBJECT = ("@@", "++")
MOST = 200


def findings(page, html, is_public):
    """Return the Findings about the links in the HTML of a page.

    is_public: whether the page is, or is to be, read by citizens.
    """
    base, root = f"{page.absolute_url()}/", site().absolute_url()
    wanted = []
    for address, name, place in rules.targets_of(html)[:MOST]:
        target = target_of(address, base, root)
        if target is not None:
            wanted.append((target, rules.Finding(rules.LINK_BROKEN, place, name)))
    known = found({target for target, _finding in wanted})
    open_to_all = public(set(known.values())) if is_public else set()
    silent = unread(set(known.values()))
    told = []
    for target, finding in wanted:
        if target not in known:
            told.append(finding)
        elif is_public and known[target] not in open_to_all:
            told.append(rules.Finding(rules.LINK_INTERNAL, finding.place, finding.quote))
        if known.get(target) in silent:
            told.append(rules.Finding(rules.FILE_UNREAD, finding.place, finding.quote))
    return told


def target_of(address, base, root):
    """Return ("UID", uid) or ("path", path below the site) of a link within the site, else None."""
    if UID in address:
        uid = address.partition(UID)[2].split("/")[0].split("?")[0].split("#")[0]
        return ("UID", uid) if uid else None
    url = urljoin(base, address.split("#")[0])
    if not address.split("#")[0] or not (url == root or url.startswith(f"{root}/")):
        return None
    parts = []
    for part in unquote(urlsplit(url[len(root) :]).path).strip("/").split("/"):
        if part.startswith(NO_OBJECT) or part == "view":
            break
        parts.append(part)
    return ("path", "/".join(parts)) if any(parts) else None


def found(targets):
    """Return {target: UID} of those that there are for who asks."""
    uids_of, above = {}, "/".join(site().getPhysicalPath())
    uids = [value for kind, value in targets if kind == "UID"]
    if uids:
        uids_of |= {("UID", brain.UID): brain.UID for brain in catalog()(UID=uids)}
    paths = {f"{above}/{value}": value for kind, value in targets if kind == "path"}
    if paths:
        brains = catalog()(path={"query": list(paths), "depth": 0})
        uids_of |= {("path", paths[brain.getPath()]): brain.UID for brain in brains}
    return uids_of


def unread(uids):
    """Return which of the UIDs are files without a text that could be searched or read aloud."""
    brains = catalog()(UID=list(uids)) if uids else ()
    return {brain.UID for brain in brains if brain.file_reading == EMPTY}


def public(uids):
    """Return which of the UIDs, all of them seen by who asks, citizens may open too."""
    if not uids:
        return set()
    brains = catalog().unrestrictedSearchResults(UID=list(uids), allowedRolesAndUsers=["Anonymous"])
    return {brain.UID for brain in brains}
