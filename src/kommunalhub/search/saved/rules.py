"""What counts as a new hit, and how much is kept: pure, no Plone, no "now"."""

#: Searches of one person.
MOST_SAVED = 50
LONGEST_TITLE = 100
#: So many hits are looked at, those changed last; so many are remembered as told.
LOOKED_AT, REMEMBERED = 500, 1000
#: So many new hits are kept until the person opens the search.
MOST_NEW = 200
#: Of so many long texts among them it is remembered which passages were told of.
MOST_LONG = 50
#: Values of one filter.
MOST_VALUES = 20


def new_hits(found, total, told, since):
    """Return the uids in `found` that nobody was told of, in their order.

    found: [(uid, when it was changed)], the last changed first, LOOKED_AT at most of `total`. An
    old hit may come into their number because a newer one has gone: where not all are looked at
    only what was changed after `since` counts.

    >>> new_hits([("a", 3), ("b", 1)], 2, {"c"}, 2), new_hits([("a", 3), ("b", 1)], 9, {"c"}, 2)
    (['a', 'b'], ['a'])
    """
    every = total <= len(found)
    return [uid for uid, changed in found if uid not in told and (every or changed > since)]


def remembered(found, told):
    """Return what is remembered as told after a look: the hits of now first.

    >>> remembered(["a"], ("b", "a"))
    ('a', 'b')
    """
    return tuple(dict.fromkeys((*found, *told)))[:REMEMBERED]


def new_numbers(places, marks, known):
    """Return the numbers of places that say something new, in order, each once.

    marks: of what they say, known: of what was told. Where no sentence says it, the words stand in
    a title only, or in a list.
    """
    new = {
        place.number
        for place, mark in zip(places, marks, strict=True)
        if mark not in known and place.number is not None and place.sentence
    }
    return tuple(sorted(new))


def new_passages(before, now):
    """Return the uids whose new version says something that the one told of did not say.

    before, now: {uid: (version, marks of what its best passages say)}. A page that only moved says
    the same as before.

    >>> new_passages({"a": (1, ("x",)), "b": (1, ("y",))}, {"a": (2, ("x", "z")), "b": (2, ("y",))})
    ['a']
    """
    return [
        uid
        for uid, (version, marks) in now.items()
        if uid in before and before[uid][0] != version and set(marks) - set(before[uid][1])
    ]
