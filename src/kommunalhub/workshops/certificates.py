"""Certificates of attendance: issued once, with a number, and as they were issued for ever.

What a certificate says is frozen when it is issued; its PDF is made from that once and kept, so
every download has the same bytes. They outlive the workshop and the registration. Number and code
stand on it; who knows both can have it verified, see `verify`.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from hashlib import sha256
from kommunalhub import _
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.core import formatting
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.notices.address import link_to
from kommunalhub.partners.membership import get_partner
from kommunalhub.workshops import letters
from kommunalhub.workshops import programme
from kommunalhub.workshops.validity import valid_until
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from urllib.parse import urlencode
from zope.annotation.interfaces import IAnnotations

import hmac
import json


KEY = "kommunalhub.workshops.certificates"
VERIFY_PAGE = "bescheinigung-pruefen"
PDF = "application/pdf"
CODE_ALT = _("certificate_code_alt", default="QR code that checks this certificate")


class Certificate(Persistent):
    """facts: what is printed, plain values; people: the keys of the holder; pdf: made once."""

    pdf = None
    #: The last day on which it is valid, in ISO form; None for ever. What it can be renewed by.
    valid_until = series = None

    def __init__(self, facts, people):
        self.facts = facts
        self.people = people

    @property
    def number(self):
        return self.facts["number"]

    @property
    def code(self):
        """A hash over all that is printed, in groups that people can type."""
        text = json.dumps(self.facts, sort_keys=True, ensure_ascii=False)
        found = sha256(text.encode()).hexdigest()[:16]
        return "-".join(found[at : at + 4] for at in range(0, 16, 4))


class Certificates(Persistent):
    """issued: {number: Certificate}; of: {key of a person: numbers}; known: {uid/registration}.

    `last` is written with each one: of two issued at once one is tried again.
    """

    last = 0
    #: {expiry_key of a certificate: number} of those whose holders are still to be told.
    expiring = None

    def __init__(self):
        self.issued = OOBTree()
        self.of = OOBTree()
        self.known = OOBTree()


def store_of(portal):
    """Return the Certificates of the site, or None."""
    return IAnnotations(portal).get(KEY)


def ensured_store(portal):
    return ensured_on(portal, KEY, Certificates)


def certificate_of(portal, uid, number):
    """Return the Certificate for a registration of a workshop, or None."""
    store = store_of(portal)
    found = store.known.get(f"{uid}/{number}") if store is not None else None
    return None if found is None else store.issued[found]


def issue(portal, workshop, one):
    """Return the Certificate for who was there, issued now if it was not before."""
    known = certificate_of(portal, workshop.UID(), one.number)
    if known is not None:
        return known
    store = ensured_store(portal)
    store.last += 1
    now = formatting.now()
    sessions = programme.sessions_of(workshop)
    partner = get_partner(workshop.partner)
    facts = {
        "number": f"TB-{formatting.to_local(now).year}-{store.last:05}",
        "name": one.name,
        "title": workshop.title,
        "about": workshop.description or "",
        "dates": [letters.session_text(session) for session in sessions],
        "minutes": sum(int((s.end - s.start).total_seconds()) // 60 for s in sessions),
        "trainers": workshop.trainers or "",
        "partner": partner.title if partner is not None else "",
        "issued": formatting.day(now),
        "at": int(now.timestamp()),
    }
    last = valid_until(formatting.to_local(sessions[-1].end).date(), workshop.valid_months)
    if last is not None:
        facts["valid_until"] = formatting.day(last)
    made = Certificate(facts, one.keys)
    made.series = kept(workshop, "template") or workshop.UID()
    store.issued[made.number] = made
    if last is not None:
        made.valid_until = last.isoformat()
        if store.expiring is None:
            store.expiring = OOBTree()
        store.expiring[expiry_key(made)] = made.number
    store.known[f"{workshop.UID()}/{one.number}"] = made.number
    for key in one.keys:
        if key not in store.of:
            store.of[key] = OOTreeSet()
        store.of[key].insert(made.number)
    return made


def expiry_key(certificate):
    """Return what a certificate is found by in the order in which they end."""
    return f"{certificate.valid_until}/{certificate.number}"


def held_by(portal, *keys):
    """Return the Certificates of a person, the newest first."""
    store = store_of(portal)
    numbers = {n for key in keys for n in store.of.get(key, ())} if store is not None else ()
    return [store.issued[number] for number in sorted(numbers, reverse=True)]


def forget_person(portal, userid):
    """Let an account that goes lead to no certificate any more; mails still do."""
    store, key = store_of(portal), f"user:{userid}"
    for number in store.of.pop(key, ()) if store is not None else ():
        certificate = store.issued[number]
        certificate.people = tuple(known for known in certificate.people if known != key)


def verify(portal, number, code):
    """Return the Certificate with this number if the code is its own, else None."""
    store = store_of(portal)
    found = store.issued.get(number.strip().upper()) if store is not None else None
    typed = code.strip().lower().replace("-", "").replace(" ", "")
    if found is None or not typed.isascii():
        return None
    return found if hmac.compare_digest(found.code.replace("-", ""), typed) else None


def verify_link(portal, certificate):
    """Return the address that says whether a certificate is genuine; both parts stand on it too."""
    query = urlencode({"number": certificate.number, "code": certificate.code})
    return f"{link_to(portal, view=VERIFY_PAGE)}?{query}"


def pdf_bytes(portal, certificate):
    """Return the PDF, made and kept with the first download."""
    if certificate.pdf is None:
        data = pdf_of(data_of(portal, certificate), certificate.facts["at"])
        certificate.pdf = NamedBlobFile(data, contentType=PDF)
    return certificate.pdf.data


def length_text(minutes):
    """Return `3 Std. 30 Min.`, translatable."""
    hours, rest = divmod(minutes, 60)
    mapping = {"hours": hours, "minutes": rest}
    if not rest:
        return _("certificate_hours", default="${hours} hours", mapping=mapping)
    return _("certificate_length", default="${hours} hours ${minutes} minutes", mapping=mapping)


def data_of(portal, certificate):
    """Return what is printed, in the shape that casefile/akte.typ asks for."""
    said, facts = in_site_language, certificate.facts
    title = said(_("certificate_title", default="Certificate of attendance"))
    sentence = _(
        "certificate_sentence",
        default="${name} took part in the workshop „${title}“.",
        mapping={"name": facts["name"], "title": facts["title"]},
    )
    page = link_to(portal, view=VERIFY_PAGE)
    verify_text = _(
        "certificate_verify",
        default="Whether this certificate is genuine can be checked with number and code: ${page}",
        mapping={"page": page},
    )
    rows = [
        (_("certificate_name", default="Name"), facts["name"]),
        (_("certificate_workshop", default="Workshop"), facts["title"]),
        (_("certificate_dates", default="Dates"), "\n".join(facts["dates"])),
        (_("certificate_duration", default="Duration"), said(length_text(facts["minutes"]))),
        (_("label_workshop_trainers", default="Led by"), facts["trainers"]),
        (_("label_workshop_partner", default="Given by"), facts["partner"]),
        (_("certificate_issued", default="Issued on"), facts["issued"]),
        (_("certificate_valid_until", default="Valid until"), facts.get("valid_until", "")),
        (_("certificate_number", default="Number"), facts["number"]),
        (_("certificate_code", default="Code"), certificate.code),
    ]
    texts = [{"kind": "text", "text": text} for text in (facts["about"], said(verify_text)) if text]
    code = code_of(verify_link(portal, certificate))
    drawn = {"kind": "code", "size": code.size, "runs": code.runs, "alt": said(CODE_ALT)}
    return {
        "title": title,
        "description": said(sentence),
        "about": said(sentence),
        "footer": f"{facts['number']} · {certificate.code}",
        "summary": {
            "kind": "facts",
            "rows": [(said(label), value) for label, value in rows if value],
        },
        "sections": [
            {
                "title": said(_("certificate_about", default="About the workshop")),
                "blocks": [*texts, drawn],
            }
        ],
    }
