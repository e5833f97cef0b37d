"""News as people and programs read them: the list, the page, the feed, what others show of it."""

from datetime import date
from datetime import datetime
from gzip import decompress
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_anonymous
from kommunalhub.core.acting import as_builder
from kommunalhub.core.pictures.interfaces import ILeadPicture
from kommunalhub.editorial.news import rules
from kommunalhub.editorial.news.demo.drawing import drawing
from kommunalhub.editorial.news.reading import ReleasedNews
from kommunalhub.site import structure
from lxml import etree
from moments import BERLIN
from plone import api
from plone.namedfile.file import NamedBlobImage
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from types import SimpleNamespace
from zope.annotation.interfaces import IAnnotations
from zope.component import queryMultiAdapter
from zope.interface import Invalid

import pytest


ATOM = {"a": "http://www.w3.org/2005/Atom"}
WORDS = {
    "draft": "Rohrpost",
    "pending": "Windrad",
    "planned": "Leuchtboje",
    "internal": "Kantine",
    "public": "Strandkorb",
    "expired": "Glatteis",
}


def bring(news, state):
    """Put news into a state without walking there."""
    tool = api.portal.get_tool("portal_workflow")
    [chain] = tool.getChainFor(news)
    tool.setStatusOf(chain, news, dict(tool.getStatusOf(chain, news), review_state=state))
    tool.getWorkflowById(chain).updateRoleMappingsFor(news)
    if state in ("internal", "public"):
        news.setEffectiveDate("2026-11-02T08:00:00+01:00")
    news.reindexObject()
    news.reindexObjectSecurity()
    return news


@pytest.fixture
def news(write):
    """{state: a piece of news in it}."""
    made = {state: write(title=word, submit=False) for state, word in WORDS.items()}
    return {state: bring(one, state) for state, one in made.items()}


@pytest.fixture
def section(portal):
    return portal["aktuelles"]


def words_in(text):
    return {state for state, word in WORDS.items() if word in text}


def as_stranger(portal, context, name):
    """Return what somebody sees who is not signed in."""
    IAnnotations(portal.REQUEST).clear()
    with as_anonymous():
        return api.content.get_view(name, context, portal.REQUEST)()


@pytest.mark.parametrize("userid", ["rolf", "petra", "hanna", "lea"])
def test_a_feed_tells_everybody_the_same_public_things(portal, area, section, news, page, userid):
    for place in (area, section):
        for text in (
            page(userid, place, "nachrichten.atom"),
            as_stranger(portal, place, "nachrichten.atom"),
        ):
            feed = etree.fromstring(text)
            titles = feed.xpath("a:entry/a:title/text()", namespaces=ATOM)
            assert titles == [WORDS["public"]]
            assert words_in(text.decode()) == {"public"}


def test_the_site_map_for_search_engines_names_what_is_public(portal, news):
    api.portal.set_registry_record("plone.enable_sitemap", True)
    portal.REQUEST.form["page"] = "1"
    found = decompress(as_stranger(portal, portal, "sitemap.xml.gz")).decode()
    assert {state for state, one in news.items() if f"{one.absolute_url()}<" in found} == {"public"}


def test_an_area_has_its_own_news_in_its_feed(portal, news):
    text = as_stranger(portal, portal["partner"]["lensahn"], "nachrichten.atom")
    assert words_in(text.decode()) == set()


def test_a_feed_is_one(portal, section, news):
    feed = etree.fromstring(as_stranger(portal, section, "nachrichten.atom"))
    for name in ("id", "title", "updated", "author/a:name"):
        assert feed.xpath(f"a:{name}/text()", namespaces=ATOM), name
    [entry] = feed.xpath("a:entry", namespaces=ATOM)
    assert entry.xpath("a:link/@href", namespaces=ATOM) == [news["public"].absolute_url()]
    [uid] = entry.xpath("a:id/text()", namespaces=ATOM)
    assert uid.replace("-", "") == f"urn:uuid:{news['public'].UID()}"
    [out] = entry.xpath("a:published/text()", namespaces=ATOM)
    assert out == "2026-11-02T08:00:00+01:00"


@pytest.mark.parametrize(
    ("userid", "states"),
    [("mia", {"internal", "public"}), ("rolf", {"internal", "public"}), (None, {"public"})],
)
def test_the_list_shows_what_is_released_for_who_looks(portal, section, news, page, userid, states):
    html = page(userid, section) if userid else as_stranger(portal, section, "news")
    assert words_in(html) == states
    assert ("nur intern" in html) == ("internal" in states)
    assert f'href="{section.absolute_url()}/@@nachrichten.atom"' in html


def test_programs_get_what_the_page_shows(portal, section, news):
    service = queryMultiAdapter((section, portal.REQUEST), name="GET_application_json_@news")
    told = {}
    for userid in ("mia", "rolf", None):
        IAnnotations(portal.REQUEST).clear()
        portal.REQUEST.form.clear()
        with api.env.adopt_user(username=userid) if userid else as_anonymous():
            told[userid] = {item["title"] for item in service.reply()["items"]}
    released = {WORDS["internal"], WORDS["public"]}
    assert told == {"mia": released, "rolf": released, None: {WORDS["public"]}}


class TestForSomeOnly:
    """News for the editors and reviewers of Malente, as everybody else meets it."""

    @pytest.fixture
    def narrow(self, write):
        whom = {"audience_partners": ("malente",), "audience_functions": ("editors", "reviewers")}
        day = date(2026, 12, 1)
        news = write(title="Prüfliste", must_read=True, must_read_due=day, **whom)
        with api.env.adopt_user(username="petra"):
            decide(news, "approve")
        return news

    @pytest.mark.parametrize(("userid", "sees"), [("rolf", True), ("petra", True), ("mia", False)])
    def test_the_list_and_its_months(self, section, narrow, page, userid, sees):
        html = page(userid, section)
        assert ("Prüfliste" in html) == sees
        assert ("November 2026" in html) == sees
        assert ("zur Kenntnisnahme" in html) == sees

    def test_no_feed_for_anybody(self, portal, area, section, narrow, page):
        for place in (area, section):
            for feed in (
                page("rolf", place, "nachrichten.atom"),
                as_stranger(portal, place, "nachrichten.atom"),
            ):
                assert b"<entry" not in feed

    def test_others_about_the_same_name_it_to_its_readers_alone(self, write, narrow, page):
        other = bring(write(title="Nachbarin", submit=False), "public")
        for one in (narrow, other):
            one.topics = {"haushalt"}
            one.reindexObject()
        assert "Prüfliste" in page("rolf", other)
        assert "Prüfliste" not in page("mia", other)


def test_a_citizen_is_asked_to_confirm_nothing(portal, section, write):
    news = write(title="Für alle", submit=False)
    news.must_read = True
    bring(news, "public")
    html = as_stranger(portal, section, "news")
    assert "Für alle" in html
    assert "Kenntnisnahme" not in html


@pytest.mark.parametrize("state", sorted(WORDS))
def test_only_what_is_public_is_shown_where_it_is_shared(news, page, state):
    html = page("hanna", news[state])
    assert ('property="og:title"' in html) == (state == "public")


class TestTheList:
    @pytest.fixture
    def many(self, area):
        """News of three months, two of them about something, one on top until the 24th."""
        with as_builder(api.portal.get()):
            made = []
            for number in range(1, 14):
                one = api.content.create(area, "News Item", title=f"Nummer {number:02}")
                bring(one, "public")
                month = 9 + number % 3
                one.setEffectiveDate(f"2026-{month:02}-{number:02}T08:00:00+01:00")
                one.topics = {"haushalt"} if number < 3 else set()
                one.pinned_until = date(2026, 12, 24) if number == 1 else None
                one.reindexObject()
                made.append(one)
        return made

    def test_on_top_until_its_day_then_where_it_belongs(self, many, monkeypatch):
        assert ReleasedNews().rows(ReleasedNews().rids[:1])[0]["title"] == "Nummer 01"
        moment = datetime(2026, 12, 25, 8, tzinfo=BERLIN)
        monkeypatch.setattr(formatting, "now", lambda: moment)
        titles = [row["title"] for row in ReleasedNews().rows(ReleasedNews().rids)]
        assert titles[0] != "Nummer 01"
        assert len(titles) == len(many)

    def test_what_is_on_top_is_on_top_wherever_the_newest_are(
        self, portal, area, many, page, monkeypatch
    ):
        places = ((area, None), (portal, "editorial-news"), (portal, "editorial-my-news"))
        for place, name in places:
            html = page("mia", place, name)
            assert html.count("Nummer ") == 3, name
            assert html.index("Nummer 01") < html.index("Nummer 11") < html.index("Nummer 08")
            assert html.count(">angeheftet<") == 1
        moment = datetime(2026, 12, 25, 8, tzinfo=BERLIN)
        monkeypatch.setattr(formatting, "now", lambda: moment)
        for place, name in places:
            html = page("mia", place, name)
            assert html.count("Nummer ") == 3, name
            assert "Nummer 01" not in html
            assert ">angeheftet<" not in html

    def test_they_stand_in_the_middle_of_mein_hub_below_what_waits(self, portal, many, page):
        html = page("mia", portal, "mein-hub")
        places = [html.index(word) for word in ("Wartet auf Sie", "Nummer 01", "Eingereicht von")]
        assert places == sorted(places)

    def test_by_month_topic_and_administration(self, section, many, page):
        found = ReleasedNews()
        assert found.months == [("2026", [("2026-11", 4), ("2026-10", 5), ("2026-09", 4)])]
        for month, count in found.months[0][1]:
            assert len(ReleasedNews(month=month).rids) == count
        assert len(ReleasedNews(topic="haushalt").rids) == 2
        assert not ReleasedNews(partner="lensahn").rids
        html = page("mia", section, topic="haushalt", partner="malente")
        assert html.count("Nummer ") == 2
        assert "2 Nachrichten" in html
        assert f"{section.aq_parent['partner']['malente'].absolute_url()}/@@nachrichten" in html

    def test_nonsense_in_the_address_is_left_out(self, section, many, page):
        html = page("mia", section, topic="<b>", partner=["x"], month="2026-99", b_start="x")
        assert "Nummer 01" in html

    def test_a_story_in_front_and_the_rest_on_pages(self, section, many, page):
        first = page("mia", section)
        assert 'class="card leadnews"' in first
        assert first.count("Nummer ") == rules.PAGE_SIZE
        second = page("mia", section, b_start=str(rules.PAGE_SIZE))
        assert 'class="card leadnews"' not in second
        assert second.count("Nummer ") == len(many) - rules.PAGE_SIZE

    def test_no_list_wakes_news(self, section, many, page, monkeypatch):
        def refuse(*_args):
            raise AssertionError("woken")

        monkeypatch.setattr(AbstractCatalogBrain, "getObject", refuse)
        monkeypatch.setattr(AbstractCatalogBrain, "_unrestrictedGetObject", refuse)
        assert "Nummer 01" in page("mia", section)


class TestThePicture:
    @pytest.fixture
    def pictured(self, write):
        news = write(title="Bäume", submit=False)
        news.image = NamedBlobImage(drawing("park"), "image/png", "park.png")
        news.focus_x, news.focus_y = 30, 60
        return news

    def test_lists_and_the_page_cut_it_around_what_counts(self, section, pictured, page):
        pictured.image_alt = "Drei junge Bäume"
        bring(pictured, "public")
        for html in (page("mia", section), page("mia", pictured)):
            assert 'alt="Drei junge Bäume"' in html
            assert "object-position: 30% 60%" in html
        assert 'property="og:image:alt"' in page("mia", pictured)

    def test_decoration_is_told_to_nobody(self, section, pictured, page):
        pictured.image_alt, pictured.image_decorative = "alt geblieben", True
        bring(pictured, "public")
        for html in (page("mia", section), page("mia", pictured)):
            assert 'alt=""' in html
            assert "alt geblieben" not in html

    def test_without_a_word_the_page_is_kept_back(self, pictured):
        with api.env.adopt_user(username="rolf"), pytest.raises(NotAllowed) as refused:
            decide(pictured, "submit")
        assert "Das Bild der Nachricht sagt nicht" in str(refused.value)
        pictured.image_decorative = True
        with api.env.adopt_user(username="rolf"):
            decide(pictured, "submit")

    @pytest.mark.parametrize(
        ("alt", "decorative", "at"),
        [("", False, "image_alt"), ("Ein See", True, "image_decorative")],
    )
    def test_it_needs_a_text_or_the_mark(self, alt, decorative, at):
        data = SimpleNamespace(image=object(), image_alt=alt, image_decorative=decorative)
        [invariant] = ILeadPicture.getTaggedValue("invariants")
        with pytest.raises(Invalid) as refused:
            invariant(data)
        assert refused.value.at == at


def test_the_folder_is_made_once(portal):
    with as_builder(portal):
        portal["aktuelles"].setTitle("Neues")
        structure.build(portal)
    assert portal["aktuelles"].Title() == "Neues"
