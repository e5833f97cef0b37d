"""The codes of a folder: for the page to print and for the PDF."""

from kommunalhub import _
from kommunalhub.approvals.casefile.contents import brand
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.booking import free
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.booking.refusals import filled
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site
from kommunalhub.security.address import address_of
from pathlib import Path
from plone.uuid.interfaces import IUUID
from urllib.parse import quote


TEMPLATE = Path(__file__).with_name("codes.typ")
PAGE = "@@jetzt"
TITLE = _("title_codes", default="Codes for the desks")
ABOUT = _(
    "codes_about",
    default="Cut them out and put each on its desk or door. Whoever scans one checks in, or sees "
    "whether the place is free.",
)
ALT = _("code_alt", default="QR code that leads to ${space}")
SCAN = _("code_scan", default="Scan: check in, or see whether it is free")


def address_to(space):
    """Return the public address that a code leads to."""
    portal = site()
    steps = space.getPhysicalPath()[len(portal.getPhysicalPath()) :]
    return "/".join((address_of(portal), *map(quote, steps), PAGE))


def codes_of(folder, uid=""):
    """Return [{title, alt, address, code}] of the spaces of a folder, or of one of them."""
    return [
        {
            "title": space.Title(),
            "alt": filled(ALT, {"space": space.Title()}),
            "address": address_to(space),
            "code": code_of(address_to(space)),
        }
        for space in free.spaces_in(folder)
        if not uid or IUUID(space) == uid
    ]


def pdf_bytes(folder, uid=""):
    """Return the PDF with six codes on a page."""
    said = in_site_language
    name = brand("name")
    data = {
        "title": said(TITLE),
        "description": said(ABOUT),
        "lang": "de",
        "about": said(ABOUT),
        "scan": said(SCAN),
        "footer": name,
        "page": said(_("casefile_page", default="Page {page} of {pages}")),
        "brand": {"name": name, "place": brand("place")},
        "mark": said(_("casefile_mark", default="Mark: ${hub}", mapping={"hub": name})),
        "codes": [
            {
                "title": one["title"],
                "alt": said(one["alt"]),
                "address": one["address"],
                "size": one["code"].size,
                "runs": one["code"].runs,
            }
            for one in codes_of(folder, uid)
        ],
    }
    return pdf_of(data, formatting.now().timestamp(), TEMPLATE)
