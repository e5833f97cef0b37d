"""How those who decide are called: groups by their function, never by people's names."""

from kommunalhub import _
from kommunalhub.partners.titles import spoken_title


APPLICANT = _("who_applicant", default="the applicant")


def title_of(token):
    """Return what to call a group id or `user:<id>` (see rules.tokens_of), translatable.

    People are never named: the reader might not be allowed to know them.
    """
    if token.startswith("user:"):
        return APPLICANT
    return spoken_title(token)


def titles_of(tokens):
    """Return one message for several tokens, `A`, `A or B`, `A, B or C`; None for nobody.

    More than three are not told: nobody reads on.
    """
    names = [title_of(token) for token in each_once(tokens)][:3]
    if not names:
        return None
    if len(names) == 1:
        return names[0]
    mapping = dict(zip(("one", "two", "three"), names, strict=False))
    if len(names) == 2:
        return _("who_two", default="${one} or ${two}", mapping=mapping)
    return _("who_three", default="${one}, ${two} or ${three}", mapping=mapping)


def each_once(tokens):
    """Return tokens without all people but the first: they stand on one side of the case.

    >>> each_once(["user:mia", "user:max", "hub-support"])
    ['user:mia', 'hub-support']
    """
    tokens = list(tokens)
    people = [token for token in tokens if token.startswith("user:")][1:]
    return [token for token in tokens if token not in people]


def explain(denied, verb):
    """Return why an act is denied and who can do it instead, as one message.

    denied: an answer of rules.evaluate. verb: the title of the transition.
    """
    who = titles_of(denied.fixable_by)
    if who is None:
        return denied.reason
    mapping = {"reason": denied.reason, "verb": verb, "who": who}
    if denied.cause == "role":
        return _("denied_role_who", default="“${verb}” is up to: ${who}.", mapping=mapping)
    if denied.cause == "four_eyes":
        return _(
            "denied_four_eyes_who",
            default="${reason} “${verb}” can be done by anyone else from ‘${who}’.",
            mapping=mapping,
        )
    return _(
        "denied_condition_who", default="${reason} Who can change that: ${who}.", mapping=mapping
    )
