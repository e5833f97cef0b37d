"""The search page and live search among 1,000 to 20,000 things of a real site.

    python benchmarks/search/page.py [--sizes 20000] [--passages 10] [--rounds 1] [--var folder]

Makes a site on disk in a temporary folder and fills it with the documents of documents.py, most of
them public, some internal, some drafts. --passages: so many for each thing on average; one thing in
ten then is a material whose file has all the pages beyond one (many.py). At each size all queries
are asked once cold and then again, as a visitor and as staff: the engine alone, the whole page, and
live search for what somebody has typed so far, all in one process.

Milliseconds are of computing, set right by a piece of known work measured beside each answer, as
others at work on the machine make both slower. --var: keeps the site there, and fills it on.
"""

from documents import queries
from itertools import islice
from kommunalhub.core.private.catalog import indexes_of
from kommunalhub.materials.content import WorkshopMaterial
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.search.reading import state
from many import things
from pathlib import Path
from plone import api
from plone.app.contenttypes.content import Document
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.uuid.handlers import addAttributeUUID
from statistics import median
from statistics import quantiles
from time import perf_counter
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility

import argparse
import gc
import sys
import tempfile
import transaction


sys.path.insert(0, str(Path(__file__).parents[1]))

from approvals import calm
from approvals import fresh
from approvals import PASSWORD
from approvals import site


#: Of ten things: how many stand where.
STATES = (*["public"] * 7, *["internal"] * 2, "draft")
PARTNERS = ("malente", "lensahn", "oldenburg", "dataport")
STAFF = "malente-mitarbeit"
TOPICS = ("vergabe", "datenschutz", "digitalisierung")
AT_ONCE = 500


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20000])
    options.add_argument("--passages", type=int, default=1)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    most = args.sizes[-1]
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        if api.user.get(STAFF) is None:
            api.user.create(username=STAFF, email=f"{STAFF}@example.org", password=PASSWORD)
            api.group.add_user(groupname="malente-staff", username=STAFF)
            transaction.commit()
        texts, made = things(most, most * args.passages), 0
        for size in args.sizes:
            fill(portal, islice(texts, size - made))
            made = size
            read_all(portal)
            measure(portal, size, args.rounds)
        gc.collect()  # what still looks into the database must go before it is closed


def fill(portal, texts):
    """Make things without asking for each what a person adding one goes through."""
    began = perf_counter()
    for place, (number, thing) in enumerate(texts):
        make(portal, number, thing)
        if place % AT_ONCE == AT_ONCE - 1:
            transaction.commit()
            portal._p_jar.cacheMinimize()
    transaction.commit()
    portal._p_jar.cacheMinimize()
    print(f"made in {perf_counter() - began:.0f} s", file=sys.stderr, flush=True)


def make(portal, number, thing):
    partner = PARTNERS[number % len(PARTNERS)]
    folder = portal.materialien if thing.pages else portal.partner[partner]
    made = material(number, thing, partner) if thing.pages else page(number, thing)
    if made.id in folder:
        return
    addAttributeUUID(made, None)
    made.creators = (f"{partner}-redaktion",)
    folder._setObject(made.id, made, suppress_events=True)
    made = folder[made.id]
    if thing.pages:
        made.file = NamedBlobFile(b"%PDF-1.7", filename=f"{made.id}.pdf")
        IAnnotations(made)[state.KEY] = read(thing.pages)
    tool = portal.portal_workflow
    name = tool.getChainFor(made)[0]
    where = STATES[number % 100 // 10 if thing.pages else number % 10]
    status = {"review_state": where, "action": None, "actor": made.creators[0], "comments": ""}
    tool.setStatusOf(name, made, status)
    tool[name].updateRoleMappingsFor(made)
    portal.portal_catalog.catalog_object(made, "/".join(made.getPhysicalPath()))


def page(number, thing):
    made = Document(f"text-{number}")
    vars(made).update(
        portal_type="Document",
        title=thing.title,
        description=thing.keywords,
        text=RichTextValue(f"<p>{thing.body}</p>", "text/html", "text/x-html-safe"),
    )
    return made


def material(number, thing, partner):
    made = WorkshopMaterial(f"band-{number}")
    vars(made).update(
        portal_type="WorkshopMaterial",
        title=thing.title,
        description=thing.keywords,
        partner=partner,
        topics={TOPICS[number // 10 % len(TOPICS)]},
        audience=set(),
        level=None,
        video_url=None,
        subtitles=None,
        text=None,
        workshop_title="",
        review_on=None,
    )
    return made


def read(pages):
    """Return what a reading of these pages would have left."""
    kept, texts = state.Kept(), state.Texts()
    kept.fingerprint, kept.outcome, kept.kind, kept.unit = "seed", "ok", "pdf", "page"
    kept.pages = len(pages)
    texts.parts = tuple(part.as_stored() for part in pages)
    kept.texts = texts
    return kept


def read_all(portal):
    """Read all texts now: more than a few are read beside the requests, and measured as well."""
    index = indexes_of(portal.portal_catalog)[INDEX]
    began = perf_counter()
    answering = getUtility(ISearchEngine)
    answering.follower_of(index).follow(index, None)
    passages = answering.follower_of(index).sidecar.searcher.num_docs
    print(
        f"{len(index.stamps):,} texts, {passages:,} documents, "
        f"read in {perf_counter() - began:.0f} s",
        file=sys.stderr,
        flush=True,
    )


def measure(portal, size, rounds):
    print("| things | who | what | first ms | p50 ms | p95 ms | hits (middle) |")
    print("|---|---|---|---|---|---|---|")
    asked = [text for _kind, text, _ids in queries()] * rounds
    ways = (
        ("engine", asked, ask_engine),
        ("@@search", asked, lambda portal, text: answered(portal, "@@search", q=text)),
        (
            "@@ajax-search",
            [begun(text) for text in asked],
            lambda portal, text: answered(portal, "@@ajax-search", SearchableText=text),
        ),
    )
    for who in (None, STAFF):
        for what, texts, ask in ways:
            first, seconds, hits = ask_all(portal, who, texts, ask)
            p95 = quantiles(seconds, n=20)[-1]
            print(
                f"| {size:,} | {'staff' if who else 'visitor'} | {what} | {first * 1000:.0f} "
                f"| {median(seconds) * 1000:.0f} | {p95 * 1000:.0f} | {median(hits):.0f} |",
                flush=True,
            )


def begun(text):
    """Return what somebody has typed when the last letters are still missing."""
    return text[: max(3, len(text) - 2)]


def ask_engine(portal, text):
    """Ask as the page does, without making anything of it; what may be seen is known already."""
    seen = engine.visible(portal.portal_catalog)
    index = indexes_of(portal.portal_catalog)[INDEX]
    return lambda: len(index.search(parse(text), seen).ranked)


def answered(portal, name, **form):
    """Return a call of a page as a request makes it, which returns the number of hits."""
    portal.REQUEST.form.clear()
    portal.REQUEST.form.update(form)

    def call():
        view = portal.restrictedTraverse(name)
        view()
        found = getattr(view, "found", None)
        return len(found.hits) if found is not None else 0

    return call


def ask_all(portal, who, texts, ask):
    """Return (seconds of the first, of all others, hits of each)."""
    user = api.env.adopt_user(username=who) if who else api.env.adopt_user(user=nobody(portal))
    seconds, hits = [], []
    with user:
        for text in [texts[0], *texts]:
            fresh(portal)
            call = ask(portal, text)
            seconds.append(calm(lambda call=call: hits.append(call())))
    return seconds[0], seconds[1:], hits


def nobody(portal):
    return portal.acl_users._createAnonymousUser(portal.acl_users.plugins)


if __name__ == "__main__":
    main()
