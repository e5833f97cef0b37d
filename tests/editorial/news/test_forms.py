"""The form of news without any script: the same for a new piece and for an old one."""

from kommunalhub.core import formatting
from kommunalhub.editorial.news.demo.drawing import drawing
from kommunalhub.site.accounts import DEMO_PASSWORD
from pages import Page
from people import Session

import pytest
import transaction


TITLE, TEASER = "form.widgets.IDublinCore.title", "form.widgets.IDublinCore.description"
KEYWORDS, BEGIN = "form.widgets.IDublinCore.subjects", "form.widgets.IDublinCore.effective"
LEAD = "form.widgets.ILeadPicture"
PICTURE, ALT, ACROSS = f"{LEAD}.image", f"{LEAD}.image_alt", f"{LEAD}.focus_x"
PARTNERS = "form.widgets.IAudience.audience_partners"
SAVE = ("form.buttons.save", "Speichern")
TYPED = {
    TITLE: "Neue Wege im Park",
    TEASER: "Ab Montag offen.",
    KEYWORDS: "Park\r\nWege",
    ACROSS: "30",
}


@pytest.fixture
def session(demo):
    session = Session(demo["portal"].absolute_url(), accept="text/html")
    session.auth = ("malente-redaktion", DEMO_PASSWORD)
    return session


def test_it_is_that_of_the_house_and_needs_no_script(demo, session):
    form = Page(session, "partner/malente/++add++News Item")
    assert form.all("form.hubform legend")[:2] == ["Titel und Text", "Bild"]
    assert not form.tree.cssselect("[class*='pat-']:not(.pat-tinymce)")
    assert not form.tree.cssselect("[name*='creators'], [name*='relatedItems']")

    files = {PICTURE: ("park.png", drawing("park"), "image/png")}
    refused = form.submit(files=files, button=SAVE, **TYPED)
    assert "schreiben Sie, was das Bild zeigt" in refused.the("#fehler")
    chosen = {PARTNERS: "lensahn", BEGIN: "2026-12-01T08:00"}
    saved = refused.submit(button=SAVE, **{ALT: "Drei junge Bäume"}, **chosen)
    assert saved.the("h1") == "Neue Wege im Park"

    transaction.begin()
    [news] = [
        one
        for one in demo["portal"]["partner"]["malente"].objectValues()
        if one.title == "Neue Wege im Park"
    ]
    assert (news.description, news.subject) == ("Ab Montag offen.", ("Park", "Wege"))
    assert news.focus_x == 30
    assert news.image.filename == "park.png" and news.image_alt == "Drei junge Bäume"
    assert set(news.audience_partners) == {"lensahn"}
    begins = formatting.to_local(news.effective().asdatetime())
    assert begins.isoformat() == "2026-12-01T08:00:00+01:00"

    edit = Page(session, f"partner/malente/{news.id}/edit")
    [title] = edit.tree.cssselect(f"[name='{TITLE}']")
    assert title.get("value") == news.title
    changed = edit.submit(button=SAVE, **{TITLE: "Neue Wege"})
    assert changed.the("h1") == "Neue Wege"
    transaction.begin()
    assert news.image.filename == "park.png" and news.subject == ("Park", "Wege")
