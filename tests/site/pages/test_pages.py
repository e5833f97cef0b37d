"""The pages every site gets: honest templates, links that lead somewhere, made once."""

from kommunalhub.core.acting import as_builder
from kommunalhub.site import pages
from kommunalhub.site import structure
from kommunalhub.site.identity.rules import BRAND
from plone import api
from plone.app.textfield.value import RichTextValue

import pytest
import re


ENTRIES = pages.entries()
SAID = dict.fromkeys((*BRAND, "host", "operator", "count", "theme_sentence"), "Wort")
SAID["administrations"] = "<li>Stadt Beispiel</li>"
TEXTS = {entry["path"]: pages.text_of(entry, SAID) for entry in ENTRIES if not entry.get("folder")}
TEMPLATES = ("impressum", "datenschutz", "barrierefreiheit")


def test_what_the_law_asks_for_is_there():
    assert {*TEMPLATES, "leichte-sprache"} <= set(TEXTS)


@pytest.mark.parametrize("path", TEMPLATES)
def test_templates_say_so_and_show_what_to_fill_in(path):
    [entry] = [entry for entry in ENTRIES if entry["path"] == path]
    assert entry["description"].startswith("Muster")
    assert "<strong>Muster.</strong>" in TEXTS[path]
    assert len(re.findall(r"\[[^]]+]", TEXTS[path])) >= 3


@pytest.mark.parametrize("path", TEXTS)
def test_headings_are_in_order_and_lists_closed(path):
    levels = [int(level) for level in re.findall(r"<h(\d)", TEXTS[path])]
    assert set(levels) <= {2}  # the title of the page is the h1
    for tag in ("p", "ul", "ol", "li", "h2", "a", "strong"):
        opened = len(re.findall(rf"<{tag}[ >]", TEXTS[path]))
        assert opened == TEXTS[path].count(f"</{tag}>"), tag


def test_easy_page_has_short_sentences_and_does_not_boast():
    text = re.sub(r"<[^>]+>", "\n", TEXTS["leichte-sprache"])
    assert "Eine Prüf-Gruppe hat den Text noch nicht gelesen" in text
    sentences = [sentence.split() for sentence in re.split(r"[.:?]\s|\n", text)]
    assert max(len(sentence) for sentence in sentences) <= 14


class TestPagesOfASite:
    @pytest.fixture(scope="class")
    def hub(self, portal_class):
        with as_builder(portal_class):
            structure.build(portal_class)
        return portal_class

    def test_all_are_public(self, hub):
        for entry in ENTRIES:
            page = hub.unrestrictedTraverse(entry["path"])
            assert api.content.get_state(page) == "public"
            assert page.title == entry["title"]

    def test_links_lead_somewhere(self, hub):
        for path, text in TEXTS.items():
            for link in re.findall(r'href="([^"]+)"', text):
                if link.startswith("https://"):
                    continue
                container = hub.unrestrictedTraverse(path).aq_parent
                for step in link.split("/"):
                    container = (
                        container.aq_parent
                        if step == ".."
                        else container.unrestrictedTraverse(step, None)
                    )
                assert container is not None, (path, link)

    def test_what_the_hub_changed_stays(self, hub):
        hub["impressum"].text = RichTextValue("<p>Unser Impressum</p>", "text/html", "text/html")
        pages.ensure_pages(hub)
        assert hub["impressum"].text.raw == "<p>Unser Impressum</p>"
