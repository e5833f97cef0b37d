"""Who is away now: beside names, and to oneself for as long as one's own substitution runs."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution.browser.moments import last_day_of
from kommunalhub.partners.substitution.people import name_of
from Products.Five import BrowserView


def away_text(userid, called=name_of):
    """Return „abwesend bis …, Vertretung: …“ of a person who is away now, else None.

    called: function from a user id to a name; lists remember the names.
    """
    one = operations.away(userid)
    if one is None:
        return None
    mapping = {"end": end_of(one), "name": called(one.substitute)}
    return _("away_until", default="away until ${end}, substitute: ${name}", mapping=mapping)


def end_of(one):
    """Return when a substitution ends: the last day, with the time where it is not a whole day."""
    day, clock = last_day_of(one.end)
    return formatting.moment(one.end) if clock else formatting.day(day)


class Banner(BrowserView):
    """`hub-away`: what runs now of one's own substitutions; empty when nothing does."""

    def lines(self):
        """Return a message for each substitution in which this person has a part now."""
        if asking.is_anonymous():
            return []
        me, now = asking.userid(), formatting.now()
        lines = [
            _(
                "banner_away",
                default="You are entered as away until ${end}. ${name} stands in for you.",
                mapping={"end": end_of(one), "name": name_of(one.substitute)},
            )
            for one in operations.of_absent(me)
            if one.is_active(now)
        ]
        return lines + [
            _(
                "banner_standing_in",
                default="You stand in for ${name} until ${end}.",
                mapping={"end": end_of(one), "name": name_of(one.absent)},
            )
            for one in operations.of_substitute(me)
            if one.is_active(now)
        ]
