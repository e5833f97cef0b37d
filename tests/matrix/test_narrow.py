"""What is internal, or for some people only, stands in no calendar, feed, list or file of others.

One request for each channel and person; moved and called-off dates are told to the same people as
all others.
"""

from datetime import datetime
from datetime import timedelta
from kommunalhub.core.acting import as_builder
from kommunalhub.core.feeds import addresses
from kommunalhub.core.formatting import now
from kommunalhub.editorial.dates import operations
from kommunalhub.editorial.dates import storage
from matrix.table import PEOPLE
from matrix.walk import session_of
from matrix.words import JSON
from matrix.words import PASSWORD
from matrix.words import WORD
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.event.utils import utc

import pytest
import transaction


#: Those it is for, colleagues it is not for, and people from outside.
MEANT = ("editor",)
COLLEAGUES = ("other-editor",)
OUTSIDE = ("anonymous", "applicant")
#: Words that nothing else has: of what is for Malente, and of what is for all who work here.
NARROW = ("Uferschwalbe", "Strandhafer", "Brandgans", "Meersenf")
INTERNAL = ("Austernfischer", "Seenadel")
PAGE, NEWS, MOVED, OFF = NARROW
EVERY = (*NARROW, *INTERNAL)
DATED = (MOVED, OFF, INTERNAL[0])
#: Those whose own addresses are asked: each costs as many requests as BELOW has names.
ASKED = (NEWS, MOVED, INTERNAL[1])
#: {channel: (address below the site, headers)}; all of them name everything that may be seen.
DATES = {
    "list": ("/kalender?date={day}", {}),
    "month": ("/kalender?view=month&month={month}", {}),
    "of a kind": ("/kalender?kind=events&partner=malente&date={day}", {}),
    "by a fact": ("/kalender?access=toilet&date={day}", {}),
    ".ics": ("/@@termine.ics", {}),
    ".ics of a filter": ("/@@termine.ics?topic=datenschutz", {}),
    "open data": ("/@@termine.csv", {}),
    "area as .ics": ("/partner/malente/@@ics_view", {}),
    "site as .ics": ("/@@ics_view", {}),
    "REST calendar": ("/@calendar?b_size=100&from={day}", JSON),
}
ALL = {
    "search page": (f"/@@search?q={WORD}", {}),
    "REST search": (f"/@search?SearchableText={WORD}&metadata_fields=_all", JSON),
    "REST search by type": ("/@search?portal_type=Event&portal_type=Document", JSON),
}
#: {channel: (address, headers)}: lists that may leave things out, and name nothing that is hidden.
BESIDE = {
    "home": ("", {}),
    "area": ("/partner/malente", {}),
    "area over REST": ("/partner/malente/@area", JSON),
    "site map": ("/sitemap", {}),
    "site map for engines": ("/sitemap.xml.gz", {}),
    "feed of an area": ("/partner/malente/RSS", {}),
    "feed of news": ("/aktuelles/RSS", {}),
    "news": ("/aktuelles", {}),
    "search feed": (f"/search_rss?SearchableText={WORD}", {}),
    "live search": (f"/@@ajax-search?SearchableText={WORD}", JSON),
}
#: Below a thing itself: pages with what is shared of them, files, services.
BELOW = ("", "/view", "/@@event.ics", "/@@ics_view", "/@event-dates", "/@reach", "/@@images")


@pytest.fixture
def day():
    return (now() + timedelta(days=3)).date()


@pytest.fixture
def things(sections, functional, day):
    """Return {word: object}: narrow and internal pages, news and dates, and people who look."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    api.portal.set_registry_record("plone.enable_sitemap", True)
    for name in (*MEANT, *COLLEAGUES, *OUTSIDE[1:]):
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        for group in PEOPLE[name]:
            api.group.add_user(groupname=group, username=name)
    made = {}
    for word in EVERY:
        kind = {PAGE: "Document", NEWS: "News Item", INTERNAL[1]: "Document"}.get(word, "Event")
        made[word] = make(portal["partner"]["malente"], kind, word, day, word in NARROW)
    [one] = storage.dates_of(made[MOVED])
    operations.move(made[MOVED], 1, one.start + timedelta(hours=1), one.end, "Kurpark", "Regen")
    operations.cancel(made[OFF], 1, "Zu wenig Zeit")
    own = make(portal["partner"]["lensahn"], "Event", "Lensahns Termin", day, False)
    made["own"] = own
    transaction.commit()
    return made


def make(area, portal_type, title, day, is_narrow):
    fields = {"audience_partners": ("malente",)} if is_narrow else {}
    if portal_type == "Event":
        begins = utc(datetime(day.year, day.month, day.day, 10, tzinfo=now().tzinfo))
        fields |= {"start": begins, "end": begins + timedelta(hours=2), "location": "Rathaus"}
        fields |= {"topics": {"datenschutz"}, "access": {"toilet"}}
    obj = api.content.create(
        area, portal_type, title=title, description=f"{WORD} {title}", **fields
    )
    with as_builder(api.portal.get()):  # four eyes: not who has made it
        api.content.transition(obj, "submit")
        api.content.transition(obj, "approve")
    return obj


def expected(person, words):
    if person in OUTSIDE:
        return set()
    return set(words) if person in MEANT else set(words) & set(INTERNAL)


def named(text, words):
    return {word for word in words if word in text}


def test_each_channel_names_what_is_for_who_asks_and_nothing_else(functional, things, day):
    portal = functional["portal"]
    base = f"http://localhost:{functional['port']}/{portal.getId()}"
    below = len(portal.absolute_url())
    filled = {"day": f"{day:%Y-%m-%d}", "month": f"{day:%Y-%m}"}
    wrong = []
    for person in (*OUTSIDE, *COLLEAGUES, *MEANT):
        session = session_of(person)

        def ask(address, headers=None, session=session):
            return session.get(base + address, headers=headers or {}, allow_redirects=False)

        whole = dict.fromkeys(DATES, DATED) | {"search page": EVERY, "REST search": EVERY}
        for channel, (address, headers) in (DATES | ALL | BESIDE).items():
            found = named(ask(address.format(**filled), headers).text, EVERY)
            hidden = found - expected(person, EVERY)
            missing = expected(person, whole.get(channel, ())) - found
            if hidden or missing:
                wrong.append(f"{person}, {channel}: names {hidden}, misses {missing}")
        for word in ASKED:
            url = things[word].absolute_url()[below:]
            if word in expected(person, EVERY):
                if word not in ask(url).text:
                    wrong.append(f"{person}, {word}: cannot be read")
                continue
            for name in BELOW:
                answer = ask(url + name)
                if answer.status_code == 200 or word in answer.text:
                    wrong.append(f"{person}, {word}, {name}: {answer.status_code}")
    assert wrong == []
    feeds_and_hints_are_cut_too(functional, things)


def feeds_and_hints_are_cut_too(functional, things):
    """Look at what is computed for one person: a private feed, the hint of clashes."""
    for person in (*COLLEAGUES, *MEANT):
        secret = addresses.subscribe(person, "agenda", "")
        found = named(addresses.text_of(secret), EVERY)
        assert found == expected(person, DATED), person
    for person, word in (("other-editor", "own"), ("editor", INTERNAL[0])):
        with api.env.adopt_user(username=person):
            view = api.content.get_view("event-clashes", things[word], functional["request"])
            found = named(view(), (*NARROW, "Lensahns"))
        assert found == ({MOVED, "Lensahns"} if person == "editor" else set())
