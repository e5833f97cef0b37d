"""The codes of a folder: for the page to print and for the PDF."""

from kommunalhub import _
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.booking import free
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.core import brand
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
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
    """Return the PDF with six codes of spaces on a page."""
    return pdf_with(TITLE, ABOUT, SCAN, codes_of(folder, uid))


def pdf_with(title, about, scan, codes):
    """Return a PDF with six codes on a page, whatever they lead to.

    title, about, scan: messages; codes: [{title, alt, address, code}].
    """
    said = in_site_language
    data = {
        "title": said(title),
        "description": said(about),
        "about": said(about),
        "scan": said(scan),
        "footer": brand.read("name"),
        "codes": [
            {
                "title": one["title"],
                "alt": said(one["alt"]),
                "address": one["address"],
                "size": one["code"].size,
                "runs": one["code"].runs,
            }
            for one in codes
        ],
    }
    return pdf_of(data, formatting.now().timestamp(), TEMPLATE)


def answer(response, pdf, name):
    """Return the bytes of a PDF as the answer of a response, kept nowhere on the way."""
    response.setHeader("Content-Type", "application/pdf")
    response.setHeader("Content-Length", str(len(pdf)))
    response.setHeader("Content-Disposition", f'inline; filename="{name}.pdf"')
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader("X-Robots-Tag", "noindex")
    return pdf
