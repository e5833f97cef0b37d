"""Everybody, every type, every state, every channel: what is promised is what is there.

Direct channels ask for one object. Gathering channels show many: a search names exactly what the
person may see, a list that shows less by its nature names nothing else.
"""

from matrix.table import PEOPLE
from matrix.words import JSON
from matrix.words import PASSWORD
from matrix.words import token
from matrix.words import WORD

import requests


LET_IN = {200}
KEPT_OUT = {302, 401, 403, 404}
#: What is sent to services that write is never right.
WRONG = {400}

#: name: (address below the object, headers, kind of right it needs)
DIRECT = {
    "page": ("", {}, "sees"),
    "view": ("/view", {}, "sees"),
    "edit form": ("/edit", {}, "edits"),
    "REST": ("", JSON, "sees"),
    "REST workflow": ("/@workflow", JSON, "sees"),
    "REST history": ("/@history", JSON, "edits or nothing"),
}
CASES = {"REST journal": ("/@journal", JSON, "follows")}
#: name: (address below the site, headers, whether it names all that may be seen)
GATHERING = {
    "REST search": (f"/@search?SearchableText={WORD}&b_size=100", JSON, True),
    "REST search by type": ("/@search?portal_type={type}&b_size=100", JSON, True),
    "REST search by index": (f"/@search?fulltext={WORD}&b_size=100", JSON, True),
    "REST materials": (f"/@materials?q={WORD}&b_size=100", JSON, False),
    "search by section": ("/@@search?bereich={section}&sort=neu", {}, False),
    "search without words": ("/@@search", {}, False),
    "search without hits": ("/@@search?q=xyzzy", {}, False),
    "search page": (f"/@@search?SearchableText={WORD}", {}, True),
    "live search": (f"/@@ajax-search?SearchableText={WORD}", JSON, False),
    "search feed": (f"/search_rss?SearchableText={WORD}", {}, False),
    "folder page": ("/{place}", {}, False),
    "folder feed": ("/{place}/RSS", {}, False),
    "folder REST": ("/{place}?b_size=100", JSON, False),
    "news": ("/aktuelles", {}, False),
    "news feed": ("/aktuelles/@@nachrichten.atom", {}, False),
    "area feed": ("/{place}/@@nachrichten.atom", {}, False),
    "folder contents": ("/{place}/@@getVocabulary?name=plone.app.vocabularies.Catalog", {}, False),
    "home": ("", {}, False),
    "inbox": ("/@@inbox", {}, False),
    "submitted": ("/@@submitted", {}, False),
    "REST inbox": ("/@inbox", JSON, False),
    "site map": ("/sitemap", {}, False),
    "related items": ("/@search?path.depth=4&b_size=200", JSON, False),
}


#: Where secrets of what one reads would be told: {name: (address, headers)}.
ABOUT = {
    "page": ("{url}", {}),
    "REST": ("{url}", JSON),
    "REST workflow": ("{url}/@workflow", JSON),
    "REST history": ("{url}/@history", JSON),
    "REST search": ("{base}/@search?portal_type={type}&metadata_fields=_all&b_size=100", JSON),
}


#: What is typed with a letter wrong, or not to its end: {state} is the word of one object alone.
HELPFUL = "did you mean"
WHILE_TYPING = {
    HELPFUL: ("/@@search?q={wrong}", {}),
    "REST did you mean": ("/@search?SearchableText={wrong}", JSON),
    "REST materials did you mean": ("/@materials?q={wrong}", JSON),
    "live search": ("/@@ajax-search?SearchableText={beginning}", JSON),
    "live search, wrong": ("/@@ajax-search?SearchableText={wrong}", JSON),
}


class Visit(requests.Session):
    """One person's requests, none of which changes anything: each address is asked for once."""

    def __init__(self):
        super().__init__()
        self.trust_env = False  # it would look for proxies at each request
        self.read = {}

    def once(self, url, headers):
        """Return the answer for an address, without following where it leads."""
        key = (url, *sorted(headers.items()))
        if key not in self.read:
            self.read[key] = self.get(url, headers=headers, allow_redirects=False)
        return self.read[key]


def session_of(name):
    session = Visit()
    if PEOPLE[name] is not None:
        session.auth = (name, PASSWORD)
    return session


def direct(session, url, promise, row, name):
    """Yield (channel, expected, status) for one person and one object."""
    channels = DIRECT | promise.channels | (CASES if promise.is_case else {})
    if promise.file is not None:
        channels["file"] = (f"{promise.file}/@@download/file", {}, "sees")
        channels["file shown"] = (f"{promise.file}/@@display-file/file", {}, "sees")
    for channel, (below, headers, right) in channels.items():
        answer = session.once(url + below, headers)
        if right == "edits or nothing":
            if answer.status_code in LET_IN and name not in row.sees:
                yield channel, False, answer.status_code
            continue
        allowed = name in getattr(row, right)
        expected = LET_IN if allowed else KEPT_OUT
        if answer.status_code not in expected:
            yield channel, allowed, answer.status_code


def written(session, url, promise, row, name):
    """Yield (channel, expected, status): who may write is told what is wrong, others nothing."""
    for channel, (method, below, body, right) in promise.writes.items():
        answer = session.request(method, url + below, json=body, headers=JSON)
        allowed = name in getattr(row, right)
        if answer.status_code not in (WRONG if allowed else KEPT_OUT):
            yield channel, allowed, answer.status_code


def told(session, base, url, promise, row, name, secrets):
    """Yield (channel, expected, words) where strangers read a secret, or others not on the page."""
    if not secrets or name not in row.sees:
        return
    for channel, (address, headers) in ABOUT.items():
        address = address.format(url=url, base=base, type=promise.portal_type)
        text = session.once(address, headers).text
        found = sorted(word for word in secrets if word in text)
        if found if name in row.strangers else channel == "page" and not found:
            yield channel, name not in row.strangers, found


def gathered(session, base, promise, channel):
    below, headers, _whole = GATHERING[channel]
    place = promise.place
    names = {"type": promise.portal_type, "place": place, "section": place.split("/")[0]}
    address = base + below.format(**names)
    answer = session.get(address, headers=headers)
    return answer.text if answer.status_code == 200 else ""


def typed(session, base, state, sees):
    """Yield (channel, answer) for what somebody types who nearly knows the word of an object.

    Who sees the object is asked once whether it helps; all ways are tried by who does not.
    """
    word = token(state)
    wrong = f"{word[:-3]}z{word[-2:]}"
    for channel, (below, headers) in WHILE_TYPING.items():
        if sees and channel != HELPFUL:
            continue
        address = base + below.format(wrong=wrong, beginning=word[:-2])
        # the page repeats what was typed, which is not the word itself
        yield channel, session.get(address, headers=headers).text


def miscounted(session, base, table, may_see):
    """Yield (facet, counts) that are not those of what the person may see of this word."""
    answer = session.get(f"{base}/@search?SearchableText={WORD}", headers=JSON).json()
    for facet in answer.get("facets", ()):
        counts = {value["value"]: value["count"] for value in facet["values"]}
        if facet["name"] == "zustand" and counts != dict.fromkeys(may_see, 1):
            yield facet["name"], counts
        if facet["name"] == "art" and sum(counts.values()) != len(may_see):
            yield facet["name"], counts
        if max(counts.values(), default=0) > len(may_see):
            yield facet["name"], counts


def walk(functional, promise, objects):
    """Return lines that say what is otherwise than promised, for objects of stage.build."""
    table = promise.rows
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    below = len(functional["portal"].absolute_url())
    addresses = {state: base + obj.absolute_url()[below:] for state, obj in objects.items()}
    secrets = {state: promise.secrets(obj) for state, obj in objects.items()}
    wrong = []
    for name in PEOPLE:
        session = session_of(name)
        for state, row in table.items():
            asked = (session, addresses[state], promise, row, name)
            tells = told(session, base, *asked[1:], secrets[state])
            for channel, expected, got in (*direct(*asked), *written(*asked), *tells):
                wrong.append(f"{name}, {state}, {channel}: expected {expected}, got {got}")
        may_see = {state for state, row in table.items() if name in row.sees}
        for channel, (_below, _headers, whole) in GATHERING.items():
            text = gathered(session, base, promise, channel)
            shown = {state for state in table if token(state) in text}
            if shown - may_see:
                wrong.append(f"{name}, {channel}: leaks {sorted(shown - may_see)}")
            if whole and may_see - shown:
                wrong.append(f"{name}, {channel}: misses {sorted(may_see - shown)}")
        for state in table:
            for channel, text in typed(session, base, state, state in may_see):
                if token(state) in text and state not in may_see:
                    wrong.append(f"{name}, {state}, {channel}: leaks the word")
                if token(state) not in text and state in may_see:
                    wrong.append(f"{name}, {state}, {channel}: is no help")
        for facet, counts in miscounted(session, base, table, may_see):
            wrong.append(f"{name}, facet {facet}: {counts}, may see {sorted(may_see)}")
    return wrong
