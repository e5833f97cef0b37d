"""The letter about standing in for somebody."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.texts import filled


#: The page of one's own substitutions.
PAGE = "vertretung"
SUBJECT = _("mail_subject_substitution", default="Substitution: ${other}")


def substitution_letter(portal, person, sentence, other, key):
    """Return the Letter with a sentence about a substitution. other: name of the other person."""
    return write(
        portal,
        person,
        "substitution",
        key=key,
        subject=filled(SUBJECT, {"other": other}),
        sentence=in_site_language(sentence),
        page=link_to(portal, view=PAGE),
    )
