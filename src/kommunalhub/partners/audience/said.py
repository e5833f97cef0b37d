"""For whom something is, and whom it reaches, in words."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.partners.audience.reading import audience_of
from kommunalhub.partners.audience.vocabularies import groups
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import spoken_title


EVERYBODY = _("reach_public", default="Everybody, without signing in")
PEOPLE = _("reach_people", default="${n} persons")
PEOPLE_ONE = _("reach_people_one", default="One person")
AWAY = _("reach_people_away", default="${n} persons, ${away} of them away")
AWAY_ONE = _("reach_people_away_one", default="One person, who is away")
NOBODY = _("reach_nobody", default="Nobody")
ONLY_FOR = _("audience_only_for", default="Only for ${whom}")


def reach_text(reach):
    """Return „43 persons, 3 of them away“ as a message."""
    if reach.is_public:
        return EVERYBODY
    count, away = len(reach.people), len(reach.away)
    if not count:
        return NOBODY
    if away:
        return AWAY_ONE if count == 1 else filled(AWAY, n=count, away=away)
    return PEOPLE_ONE if count == 1 else filled(PEOPLE, n=count)


def audience_text(obj):
    """Return for whom an object is, as a message; None where that is not narrow."""
    names = names_of(audience_of(obj))
    return filled(ONLY_FOR, whom=", ".join(names)) if names else None


def names_of(audience):
    """Return what those for whom something is are called, in the site's language."""
    if audience.functions:
        ids = [one for one in partner_ids() if not audience.partners or one in audience.partners]
        groups = [f"{one}-{each}" for one in ids for each in sorted(audience.functions)]
        names = [in_site_language(spoken_title(group)) for group in groups]
    else:
        found = map(get_partner, sorted(audience.partners))
        names = [one.title for one in found if one is not None]
    return names + [in_site_language(group_title(one)) for one in sorted(audience.groups)]


def group_title(group):
    """Return the title of one of the groups that can be chosen, its id where it is gone."""
    vocabulary = groups()
    return vocabulary.getTerm(group).title if group in vocabulary else group
