"""The letter about standing in for somebody."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import write


#: The page of one's own substitutions.
PAGE = "vertretung"
SUBJECT = _("mail_subject_substitution", default="Substitution: ${other}")
# What has happened: what the substitute reads, what the absent person reads.
SENTENCES = {
    "named": (
        _("stand_in_named", default="You stand in for ${other} from ${start} to ${end}."),
        _("stood_in_named", default="${other} stands in for you from ${start} to ${end}."),
    ),
    "begun": (
        _("stand_in_begun", default="From now on you stand in for ${other}, until ${end}."),
        _("stood_in_begun", default="From now on ${other} stands in for you, until ${end}."),
    ),
    "ended": (
        _("stand_in_ended", default="You no longer stand in for ${other}."),
        _("stood_in_ended", default="${other} no longer stands in for you."),
    ),
    "cancelled": (
        _("stand_in_cancelled", default="You will not stand in for ${other} after all."),
        _("stood_in_cancelled", default="${other} will not stand in for you after all."),
    ),
}


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
