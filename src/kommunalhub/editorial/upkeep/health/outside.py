"""Links out of the site: which there are, what other sites said of them, and when.

Nothing is asked unless the hub has switched it on.
"""

from BTrees.OOBTree import OOBTree
from kommunalhub.core import registry
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.checks.operations import html_of
from kommunalhub.editorial.checks.rules import targets_of
from kommunalhub.editorial.upkeep.health import rules
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite


#: Where the hub says whether links out of the site are looked at.
SWITCH = "kommunalhub.check_outside_links"
#: Where the site keeps {address: (verdict or "", ISO day or "", UIDs of the pages)}.
KEPT = "kommunalhub.editorial.outside_links"
MOST_OF_A_PAGE = 50


def is_on():
    return bool(registry.read(SWITCH))


def addresses_of(page):
    """Return {address: (place, words of the link)} of the links of a page out of the site."""
    found, own = {}, f"{site_url()}/"
    for address, words, place in targets_of(html_of(page)):
        address = address.split("#")[0]
        if address.startswith(("http://", "https://")) and not f"{address}/".startswith(own):
            found.setdefault(address, (place, words))
    return dict(list(found.items())[:MOST_OF_A_PAGE])


def verdicts_of(page):
    """Return {verdict: [(place, words)]} of the links of a page, and have unknown ones asked for.

    Empty where nothing is asked.
    """
    if not is_on():
        return {}
    found, uid = {}, IUUID(page)
    for address, place in addresses_of(page).items():
        said, day, uids = known().get(address, ("", "", ()))
        if uid not in uids:
            _ensured()[address] = (said, day, (*uids, uid))
        if said:
            found.setdefault(said, []).append(place)
    return found


def known():
    """Return what is known of addresses; reads only."""
    return IAnnotations(getSite()).get(KEPT, {})


def to_ask(today):
    """Return the addresses that are to be asked for now, those nobody has asked for first."""
    if not is_on():
        return []
    oldest = rules.oldest(today)
    due = [(day, address) for address, (_said, day, _uids) in known().items() if day <= oldest]
    return [address for _day, address in sorted(due)[: rules.MOST_ASKED]]


def note(address, verdict, today):
    """Keep what was said of an address; return the pages that it is news for.

    An address that no page has any more is forgotten.
    """
    said, _day, uids = known().get(address, ("", "", ()))
    brains = catalog().unrestrictedSearchResults(UID=list(uids)) if uids else ()
    pages = [brain._unrestrictedGetObject() for brain in brains]
    pages = [page for page in pages if address in addresses_of(page)]
    if not pages:
        _ensured().pop(address, None)
        return []
    uids = tuple(IUUID(page) for page in pages)
    _ensured()[address] = (verdict, today.isoformat(), uids)
    return pages if verdict != said else []


def _ensured():
    return ensured_on(getSite(), KEPT, OOBTree)
