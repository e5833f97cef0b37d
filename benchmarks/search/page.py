"""The search page and live search among 1,000 to 20,000 pages of a real site.

    python benchmarks/search/page.py [--sizes 1000 20000] [--var folder]

Makes a site on disk in a temporary folder and fills it with the documents of documents.py, most of
them public, some internal, some drafts. At each size all queries are asked once cold and then
again: the whole page as a visitor and as staff get it, and live search, each in the same process.
Trust ratios, not milliseconds.
"""

from documents import numbered
from documents import queries
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from pathlib import Path
from plone import api
from plone.app.contenttypes.content import Document
from plone.app.textfield.value import RichTextValue
from plone.uuid.handlers import addAttributeUUID
from statistics import median
from statistics import quantiles
from time import perf_counter
from zope.component import getUtility

import argparse
import gc
import sys
import tempfile
import transaction


sys.path.insert(0, str(Path(__file__).parents[1]))

from approvals import fresh
from approvals import PASSWORD
from approvals import site


#: Of ten pages: how many stand where.
STATES = (*["public"] * 7, *["internal"] * 2, "draft")
PARTNERS = ("malente", "lensahn", "oldenburg", "dataport")
STAFF = "malente-mitarbeit"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20000])
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    texts = numbered(args.sizes[-1])
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        api.user.create(username=STAFF, email=f"{STAFF}@example.org", password=PASSWORD)
        api.group.add_user(groupname="malente-staff", username=STAFF)
        transaction.commit()
        print("| documents | who | what | first ms | p50 ms | p95 ms | hits (middle) |")
        print("|---|---|---|---|---|---|---|")
        made = 0
        for size in args.sizes:
            fill(portal, texts[made:size])
            made = size
            # more than a few are read beside the requests, which would be measured as well
            index = portal.portal_catalog._catalog.getIndex(INDEX)
            getUtility(ISearchEngine).rebuild(index)
            measure(portal, size)
        gc.collect()  # what still looks into the database must go before it is closed


def fill(portal, texts):
    """Make pages without asking for each what a person adding one goes through."""
    for place, (number, text) in enumerate(texts):
        make(portal, number, text)
        if place % 500 == 499:
            transaction.commit()
            portal._p_jar.cacheMinimize()
    transaction.commit()
    portal._p_jar.cacheMinimize()


def make(portal, number, text):
    folder = portal.partner[PARTNERS[number % len(PARTNERS)]]
    page = Document(f"text-{number}")
    vars(page).update(
        portal_type="Document",
        title=text.title,
        description=text.description,
        text=RichTextValue(f"<p>{text.body}</p>", "text/html", "text/x-html-safe"),
    )
    addAttributeUUID(page, None)
    page.creators = (f"{folder.getId()}-redaktion",)
    folder._setObject(page.id, page, suppress_events=True)
    page = folder[page.id]
    tool = portal.portal_workflow
    name = tool.getChainFor(page)[0]
    state = STATES[number % len(STATES)]
    status = {"review_state": state, "action": None, "actor": page.creators[0], "comments": ""}
    tool.setStatusOf(name, page, status)
    tool[name].updateRoleMappingsFor(page)
    portal.portal_catalog.catalog_object(page, "/".join(page.getPhysicalPath()))


def measure(portal, size):
    for who in (None, STAFF):
        for what, field in (("@@search", "q"), ("@@ajax-search", "SearchableText")):
            first, seconds, hits = ask_all(portal, who, what, field)
            p95 = quantiles(seconds, n=20)[-1]
            print(
                f"| {size:,} | {'staff' if who else 'visitor'} | {what} | {first * 1000:.0f} "
                f"| {median(seconds) * 1000:.0f} | {p95 * 1000:.0f} | {median(hits):.0f} |",
                flush=True,
            )


def ask_all(portal, who, what, field):
    """Return (seconds of the first, of all others, hits of each)."""
    asked = [text for _kind, text, _ids in queries()]
    user = api.env.adopt_user(username=who) if who else api.env.adopt_user(user=nobody(portal))
    seconds, hits = [], []
    with user:
        for text in [asked[0], *asked]:
            fresh(portal)
            portal.REQUEST.form.clear()
            portal.REQUEST.form[field] = text
            began = perf_counter()
            view = portal.restrictedTraverse(what)
            view()
            seconds.append(perf_counter() - began)
            found = getattr(view, "found", None)
            hits.append(len(found.hits) if found is not None else 0)
    return seconds[0], seconds[1:], hits


def nobody(portal):
    return portal.acl_users._createAnonymousUser(portal.acl_users.plugins)


if __name__ == "__main__":
    main()
