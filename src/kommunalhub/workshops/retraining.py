"""„Erneut schulen“: certificates that are valid for a time, and who is told that theirs ends.

Told once, by the jobs, some weeks before; not who has taken part again in the meantime.
"""

from datetime import date
from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import persons
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import catalog
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post
from kommunalhub.workshops import certificates
from kommunalhub.workshops import letters
from kommunalhub.workshops import workflow


#: So long before the last day people are told, and see it on „Mein Hub“.
AHEAD = timedelta(days=42)
SUBJECT = _("mail_subject_workshop_retraining", default="Time to train again: ${title}")
SENTENCE = _(
    "letter_workshop_retraining",
    default="your certificate for the workshop „${title}“ is valid until ${until}. If you still "
    "need it, please take part again.",
)
NONE_YET = _(
    "letter_workshop_retraining_none",
    default="There is no new date yet. Please look in at the workshops of the hub from time to "
    "time, or ask the trainers.",
)
WHY = _("letter_workshop_retraining_why", default="You get this mail because you took part.")
LINK = _("letter_workshop_retraining_link", default="Register again")
LINK_ALL = _("letter_workshop_retraining_all", default="Workshops of the hub")


def due(portal, today):
    """Return the numbers of certificates whose holders are to be told."""
    store = certificates.store_of(portal)
    expiring = store.expiring if store is not None else None
    if expiring is None:
        return []
    return list(expiring.values(max=f"{today + AHEAD:%Y-%m-%d}~"))


def remind(portal, number, today):
    """Tell the holder of a certificate that it ends, once; who was there again is not told."""
    store = certificates.store_of(portal)
    found = store.issued.get(number)
    if found is None or number not in due(portal, today):
        return
    del store.expiring[certificates.expiry_key(found)]
    person = person_of(found)
    if person is None or is_renewed(portal, found) or settings_of(portal) is None:
        return
    key = f"workshop-retraining:{number}"
    title, until = found.facts["title"], found.valid_until
    post(portal, letter(portal, person, title, until, next_of(found), key))


def person_of(certificate):
    """Return the Person who holds a certificate, None where nobody can be written to."""
    keys = dict(key.split(":", 1) for key in certificate.people)
    userid = keys.get("user", "")
    email = persons.property_of(userid, "email") if userid else ""
    email = email or keys.get("mail", "")
    return Person(userid, certificate.facts["name"], email, False) if email else None


def is_renewed(portal, certificate):
    """Return whether its holder has one of the same series that is valid for longer."""
    return any(
        other.series == certificate.series and (other.valid_until or "9") > certificate.valid_until
        for other in certificates.held_by(portal, *certificate.people)
        if other.number != certificate.number
    )


def next_of(certificate):
    """Return the brain of the next workshop of the same series to register for, or None."""
    brains = catalog().unrestrictedSearchResults(
        portal_type=workflow.TYPE,
        review_state=workflow.PUBLISHED,
        start={"query": formatting.now(), "range": "min"},
        sort_on="start",
    )
    for brain in brains:
        if (brain.case_extra or {}).get("series") == certificate.series:
            return brain
    return None


def letter(portal, person, title, until, brain, key):
    """Return the Letter that tells of the end of a certificate; brain: of the next workshop."""
    mapping = {"title": title, "until": formatting.day(date.fromisoformat(until))}
    sentences = [in_site_language(filled(SENTENCE, mapping))]
    facts, link = [], (in_site_language(LINK_ALL), f"{link_to(portal)}/workshops")
    if brain is None:
        sentences.append(in_site_language(NONE_YET))
    else:
        workshop = brain._unrestrictedGetObject()
        facts = letters.facts_of(workshop, False)
        link = (in_site_language(LINK), link_to(portal, workshop))
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(SUBJECT, mapping),
        sentences=sentences,
        facts=facts,
        why=in_site_language(WHY),
        links=[link],
    )


def ending(portal, keys, today):
    """Return the certificates of a person that end soon or have ended, and were not renewed."""
    limit = f"{today + AHEAD:%Y-%m-%d}"
    return [
        one
        for one in certificates.held_by(portal, *keys)
        if one.valid_until is not None and one.valid_until <= limit and not is_renewed(portal, one)
    ]
