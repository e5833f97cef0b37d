"""The verbs: save, change and delete a search, look for new hits, forget a person."""

from hashlib import blake2b
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import catalog
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY
from kommunalhub.search.saved import rules
from kommunalhub.search.saved.interfaces import NewHits
from kommunalhub.search.saved.storage import ensure_searches
from kommunalhub.search.saved.storage import people_of
from kommunalhub.search.saved.storage import Saved
from kommunalhub.search.saved.storage import searches_of
from plone import api
from zope.event import notify


class NotSaved(ValueError):
    """What was asked for cannot be done; args: the field, and why (translatable)."""

    @property
    def field(self):
        return self.args[0]

    @property
    def message(self):
        return self.args[1]


def save(portal, userid, text, chosen, sort="", title=""):
    """Save a search of who is logged in and return it; the same search is kept once.

    chosen: {facet: values}. Raises NotSaved. The hits of now count as told.
    """
    text = " ".join(text.split())
    chosen = _checked(text, chosen)
    saved = Saved(_title(title or text), text, chosen, sort, formatting.now())
    if sort and sort not in engine.SORTS:
        message = _("error_saved_sort", default="There is no such order.")
        raise NotSaved("sort", message)
    mine = searches_of(portal, userid)
    for other in mine:
        if other.asks == saved.asks:
            return other
    if len(mine) >= rules.MOST_SAVED:
        message = _(
            "error_saved_many",
            default="You have ${count} saved searches already. Please delete one first.",
            mapping={"count": rules.MOST_SAVED},
        )
        raise NotSaved("q", message)
    if not saved.title:
        saved.title = _title(", ".join(_named(chosen)))
    hits, _total, passages, _where = _found(saved)
    _remember(saved, hits, passages)
    ensure_searches(portal, userid).items[saved.id] = saved
    return saved


def _checked(text, chosen):
    if len(text) > LONGEST_QUERY:
        raise NotSaved("q", _("error_saved_long", default="This search is too long."))
    known = dict(engine.facets(False))
    chosen = {name: tuple(dict.fromkeys(values)) for name, values in chosen.items() if values}
    for name, values in chosen.items():
        if name not in known or len(values) > rules.MOST_VALUES:
            raise NotSaved(name, _("error_saved_filter", default="There is no such filter."))
    if not text and not chosen:
        message = _("error_saved_empty", default="Please say first what you are looking for.")
        raise NotSaved("q", message)
    return chosen


def _named(chosen):
    known = dict(engine.facets(False))
    for name, values in sorted(chosen.items()):
        for value in values:
            title = known[name].title_of(value)
            yield in_site_language(title)


def _title(text):
    return " ".join(text.split())[: rules.LONGEST_TITLE]


def get(portal, userid, id):
    """Return a search of a person, None if there is none."""
    searches = people_of(portal).get(userid)
    return None if searches is None else searches.items.get(id)


def rename(saved, title):
    """Raises NotSaved for no title at all."""
    title = _title(title)
    if not title:
        raise NotSaved("title", _("error_saved_title", default="Please give the search a name."))
    saved.title = title


def pause(saved, is_paused):
    """Tell nothing more, or tell again of what comes from now on; the person is logged in."""
    if saved.is_paused and not is_paused:
        hits, _total, passages, _where = _found(saved)
        _remember(saved, hits, passages)
    saved.is_paused = bool(is_paused)


def see(saved):
    """The person has looked at the hits: none is new any more."""
    if saved.new:
        saved.new = ()


def delete(portal, userid, id):
    """Return whether there was such a search."""
    searches = people_of(portal).get(userid)
    return searches is not None and searches.items.pop(id, None) is not None


def forget_person(portal, userid):
    people = people_of(portal)
    if userid in people:
        del people[userid]


def new_counts(searches):
    """Return {id: number of new hits} that who is logged in may see now; one query for all."""
    uids = list({uid for saved in searches for uid in saved.new})
    seen = set()
    if uids:
        seen = {brain.UID for brain in catalog()(UID=uids)}
    return {saved.id: len(seen.intersection(saved.new)) for saved in searches}


def look(portal, userid):
    """Look for new hits of all searches of a person, with their rights, and notify NewHits."""
    searches = people_of(portal).get(userid)
    if searches is None:
        return
    user = portal.acl_users.getUserById(userid)
    if user is None:
        forget_person(portal, userid)
        return
    found = []
    with api.env.adopt_user(user=user):
        for saved in searches.items.values():
            if not saved.is_paused:
                found.append((saved, *_look_at(saved, userid)))
    searches.counter = counter()
    searches.looked = formatting.now()
    for saved, uids, where in found:
        if uids:
            notify(NewHits(userid, saved, uids, where))


def _look_at(saved, userid):
    """Return (uids of new hits, {uid: (unit, numbers)} of where files of some of them say it)."""
    hits, total, passages, where = _found(saved)
    dated = [(brain.UID, brain.modified.asdatetime()) for brain in hits]
    own = {brain.UID for brain in hits if brain.Creator == userid}
    fresh = rules.new_hits(dated, total, set(saved.told), saved.looked)
    fresh += [uid for uid in rules.new_passages(saved.passages, passages) if uid not in fresh]
    fresh = [uid for uid in fresh if uid not in own]
    _remember(saved, hits, passages)
    if fresh:
        saved.add_new(fresh)
    return fresh, {uid: where[uid] for uid in fresh if uid in where}


def _found(saved):
    """Return (brains of those changed last, how many there are, passages, where) for who asks.

    passages: as in Saved; those of a version told of already are not looked for again. where:
    {uid: (unit, numbers)} of what the other versions say that was not told of.
    """
    found = engine.search(saved.text, dict(saved.chosen), "neu", False)
    hits = list(found.hits[: rules.LOOKED_AT])
    return hits, len(found.hits), *_passages(found, hits, saved.passages)


def _passages(found, hits, before):
    where = {}
    # while a new version is being read nothing is known of it: what was told still counts
    passages = dict(list(before.items())[: rules.MOST_LONG])
    looked_at = 0
    for brain in hits if found.finder is not None else ():
        version = found.finder.version(brain)
        if version is None:
            continue
        told = before.get(brain.UID)
        if told is None or told[0] != version:
            places = found.finder.places_of(brain)
            known = told[1] if told is not None else ()
            told = version, tuple(map(mark_of, places))
            new = rules.new_numbers(places, told[1], known)
            if new and brain.file_unit:
                where[brain.UID] = brain.file_unit, new
        passages.pop(brain.UID, None)
        passages = {brain.UID: told, **passages}
        looked_at += 1
        if looked_at == rules.MOST_LONG:
            break
    return dict(list(passages.items())[: rules.MOST_LONG]), where


def mark_of(place):
    """Return a mark of what is said at a place, wherever in a file it stands."""
    said = place.sentence or str(place.number)
    return blake2b(said.encode(), digest_size=8).hexdigest()


def _remember(saved, hits, passages):
    told = rules.remembered([brain.UID for brain in hits], saved.told)
    if told != saved.told:
        saved.told, saved.looked = told, formatting.now()
    if passages != saved.passages:
        saved.passages = passages


def counter():
    """Return a number that moves whenever the catalog does."""
    return catalog().getCounter()
