"""The page of a scene is its text; viewer, list and REST tell the same, from one graph."""

from lxml import html
from people import rest
from people import visitor
from showroom.tours.conftest import tour_in

import pytest
import transaction


GERMAN = {"Accept-Language": "de"}


@pytest.fixture
def open_tour(web, hub):
    """The tour, public, behind the web server."""
    tour = tour_in(web)
    hub.bring_to(tour, "public")
    transaction.commit()
    return tour


def texts(element):
    return " ".join(element.text_content().split())


def page_of(url):
    """Return a page as somebody sees it who is not signed in and runs no scripts."""
    answer = visitor(**GERMAN).get(url)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def followed(page, words):
    """Return the page to which a link of these words leads."""
    return page_of(next(a for a in page.cssselect("a") if texts(a).endswith(words)).get("href"))


def test_page_viewer_list_and_rest_tell_the_same(open_tour):
    whole = rest().get(f"{open_tour.absolute_url()}/@tour").json()
    twin = page_of(open_tour.absolute_url())
    listed = twin.cssselect("ol.scenes > li")
    assert len(listed) == whole["items_total"] == 3
    for scene, part in zip(whole["items"], listed, strict=True):
        seen = visitor(**GERMAN).get(f"{scene['url']}/@@rundblick.json").json()
        assert seen == {name: value for name, value in scene.items() if name != "@id"}
        page = page_of(scene["url"])
        assert page.cssselect("link[rel=canonical]")[0].get("href") == scene["url"]
        [picture] = page.cssselect("meta[property='og:image']")
        assert picture.get("content").startswith(f"{scene['url']}/@@kachel/preview")
        [words] = page.cssselect("meta[property='og:image:alt']")
        assert words.get("content") == f"{scene['title']}: {scene['summary']}"
        assert texts(page.cssselect("h1")[0]) == scene["title"]
        article = page.cssselect("article")[0]
        ways = article.cssselect("li a[data-travel]")
        told = [(a.get("href"), texts(a)) for a in ways if a.getparent().tag == "b"]
        assert told == [(w["url"], f"{w['mark']} · {w['words']}") for w in scene["ways"]]
        looks = article.cssselect("a[data-look]")
        assert [a.get("data-look") for a in looks] == [d["id"] for d in scene["details"]]
        for where in (article, part):
            for paragraph in scene["paragraphs"]:
                assert paragraph in texts(where)
            for point in (*scene["details"], *scene["ways"]):
                assert (point.get("text") or point["words"]) in texts(where)
        pins = [pin.text for pin in page.cssselect(".pin")]
        assert pins == [point["mark"] for point in (*scene["ways"], *scene["details"])]
        assert [a.get("href") for a in part.cssselect("h3 a")] == [scene["url"]]
        assert [a.get("href") for a in part.cssselect("ul li a")] == [
            w["url"] for w in scene["ways"]
        ]


def test_a_tour_is_walked_without_a_script(open_tour):
    page = page_of(f"{open_tour.absolute_url()}/der-hof")
    for part in page.cssselect("[data-controls], .stage, [data-help]"):
        assert part.get("hidden") is not None
    page = followed(page, "Rechts durch das Tor in die Diele")
    page = followed(page, "Geradeaus in die Stube")
    assert texts(page.cssselect("h1 + p .tag")[0]) == "Szene 3 von 3"
    assert [texts(one) for one in page.cssselect("[aria-current=step]")] == ["3 · Die Stube"]
    assert texts(followed(page, "Zurück: Die Diele").cssselect("h1")[0]) == "Die Diele"


def test_only_a_page_with_a_viewer_may_show_pictures_it_loaded_itself(open_tour):
    anybody = visitor(**GERMAN)
    scene = anybody.get(f"{open_tour.absolute_url()}/die-diele")
    assert "img-src 'self' data: blob:" in scene.headers["Content-Security-Policy"]
    exhibit = anybody.get(open_tour.absolute_url())
    assert "blob:" not in exhibit.headers["Content-Security-Policy"]


def test_scripts_and_styles_come_from_the_site_and_stay_a_year(open_tour):
    page = page_of(f"{open_tour.absolute_url()}/die-diele")
    base = open_tour.absolute_url().rpartition("/showroom")[0]
    files = page.cssselect("script[src], link[rel=stylesheet]")
    loaded = [file.get("src") or file.get("href") for file in files]
    assert all(address.startswith(base) for address in loaded)
    script = next(address for address in loaded if address.endswith("tours.js"))
    for address in (script, script.replace("tours.js", "vendor/photo-sphere-viewer.js")):
        answer = visitor().get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_a_tour_that_is_not_public_is_shown_to_nobody_else(web):
    url = tour_in(web).absolute_url()
    for session, path in (
        (rest, "/@tour"),
        (rest, "/die-diele"),
        (visitor, "/die-diele/@@rundblick.json"),
        (visitor, "/die-diele/@@kachel/preview"),
    ):
        assert session("anna").get(url + path).status_code == 200
        for who in (None, "gast"):
            answer = session(who).get(url + path, allow_redirects=False)
            assert answer.status_code in (302, 401, 404)
            assert "Sie stehen in der Diele" not in answer.text


def test_on_the_screen_in_the_hall_ways_lead_within_the_tour_alone(web, hub):
    tour = tour_in(web)
    hub.bring_to(tour, "public")
    transaction.commit()
    url = f"{tour.absolute_url()}/die-diele/@@bildschirm"
    assert visitor().get(url).status_code == 404
    tour.in_hall = True
    tour.reindexObject()
    transaction.commit()
    page = page_of(url)
    assert page.cssselect("figure")[0].get("data-page") == "@@bildschirm"
    leading = [a.get("href") for a in page.cssselect(".stack a")]
    assert f"{tour.absolute_url()}/die-stube/@@bildschirm" in leading
    assert all(href == "#bild" or href.endswith("/@@bildschirm") for href in leading)
    assert not page.cssselect("header, footer")


def test_in_pages_of_others_ways_stay_in_the_frame_and_all_else_opens_beside_it(web, hub):
    tour = tour_in(web)
    tour.embed_sites = "https://www.ostsee.example"
    link = '<p><a href="#bild">Bild</a></p>'
    tour.text = hub.RichTextValue(link, "text/html", "text/x-html-safe")
    url = tour.absolute_url()
    transaction.commit()
    for path in ("", "/die-diele"):
        assert visitor().get(f"{url}{path}/@@einbetten").status_code in (401, 404)
    hub.bring_to(tour, "public")
    transaction.commit()
    page = page_of(f"{url}/@@einbetten")
    assert page.cssselect("base")[0].get("target") == "_blank"
    within = {link.get("href") for link in page.cssselect("a[target=_self]")}
    rooms = {f"{url}/{name}/@@einbetten" for name in ("der-hof", "die-diele", "die-stube")}
    assert within == {*rooms, "#text-bild"}
    answer = visitor().get(f"{url}/der-hof/@@einbetten")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self' https://www.ostsee.example" in policy
    scene = html.fromstring(answer.text)
    within = {link.get("href") for link in scene.cssselect("a[target=_self]")}
    assert within == {*rooms, f"{url}/@@einbetten"} - {f"{url}/der-hof/@@einbetten"}
    assert scene.cssselect("a[rel=bookmark]")[0].get("href") == f"{url}/der-hof"


def test_a_scene_is_told_in_easy_language_too(web, hub):
    tour = tour_in(web)
    tour["die-diele"].simple_text = "Das ist die Diele.\r\nSie ist groß.\r\n\r\nHier war ein Feuer."
    hub.bring_to(tour, "public")
    transaction.commit()
    url = tour.absolute_url()
    for path in ("", "/die-diele"):
        told = page_of(f"{url}{path}").cssselect("details .simple")
        assert [texts(part) for part in told] == [
            "Das ist die Diele. Sie ist groß. Hier war ein Feuer."
        ]
        assert [len(part.cssselect("p")) for part in told] == [2]
    scenes = rest().get(f"{url}/@tour").json()["items"]
    easy = [["Das ist die Diele.", "Sie ist groß."], ["Hier war ein Feuer."]]
    assert [scene["easy"] for scene in scenes] == [[], easy, []]
