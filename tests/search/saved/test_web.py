"""Saved searches through the door: pages and REST."""

from kommunalhub.search.saved import operations
from kommunalhub.search.saved.storage import searches_of

import html
import re
import transaction


def token(page):
    return re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page.text).group(1)


def said(page):
    return html.unescape(page.text)


def token_of(session, web):
    return token(session.get(f"{web.absolute_url()}/@@notice-preferences"))


def mine(web, who="lena"):
    transaction.begin()
    return searches_of(web, who)


def test_saving_opening_renaming_pausing_and_deleting(hub, web):
    session = hub.visitor("lena")
    site = web.absolute_url()
    data = {"_authenticator": token_of(session, web), "q": "Vergabe", "art": "WorkshopMaterial"}
    for _twice in range(2):
        page = session.post(f"{site}/@@save-search", data=data)
        assert "Gespeichert: „Vergabe“" in said(page)
    [saved] = mine(web)
    assert saved.chosen == {"art": ("WorkshopMaterial",)}
    assert "Schulungsunterlage" in said(page)
    row = {"_authenticator": token(page), "id": saved.id}
    address = f"{site}/@@saved-searches"
    assert "neuen Namen" in said(session.post(address, data={**row, "title": "Mein Thema"}))
    assert "einen Namen" in said(session.post(address, data={**row, "title": " "}))
    assert "angehalten" in said(session.post(address, data={**row, "pause": "1"}))
    assert "wieder" in said(session.post(address, data={**row, "resume": "1"}))
    opened = session.post(address, data={**row, "open": "1"}, allow_redirects=False)
    assert opened.headers["Location"].endswith("@@search?q=Vergabe&art=WorkshopMaterial")
    assert "gelöscht" in said(session.post(address, data={**row, "delete": "1"}))
    assert mine(web) == []
    assert session.post(address, data={**row, "delete": "1"}).status_code == 404


def test_refusals_are_german_and_leave_nothing(hub, web):
    session = hub.visitor("lena")
    site = web.absolute_url()
    page = session.post(
        f"{site}/@@save-search", data={"_authenticator": token_of(session, web), "q": " "}
    )
    assert "geben Sie zuerst an" in said(page)
    assert session.post(f"{site}/@@save-search", data={"q": "x"}).status_code == 403
    assert "/login" in hub.visitor().post(f"{site}/@@save-search", data={"q": "x"}).url
    assert mine(web) == []


def test_the_list_counts_only_what_its_reader_may_see(hub, web):
    with hub.As("lena"):
        saved = operations.save(web, "lena", "Vergabe", {})
    seen = hub.bring_to(hub.add_material(web), "internal")
    hidden = hub.add_material(web, title="Vergabe geheim")
    saved.add_new((seen.UID(), hidden.UID()))
    transaction.commit()
    session = hub.visitor("lena")
    page = session.get(f"{web.absolute_url()}/@@saved-searches")
    assert "1 neu" in said(page)
    assert "geheim" not in said(page)
    answer = hub.rest("lena").get(f"{web.absolute_url()}/@saved-searches").json()
    assert [item["new"] for item in answer["items"]] == [1]


def test_over_rest(hub, web):
    session, address = hub.rest("lena"), f"{web.absolute_url()}/@saved-searches"
    body = {"q": "Vergabe", "facets": {"art": ["WorkshopMaterial"]}, "sort": "neu"}
    made = session.post(address, json=body)
    assert made.status_code == 201
    saved = made.json()
    assert (saved["q"], saved["facets"], saved["new"]) == ("Vergabe", body["facets"], 0)
    assert session.post(address, json=body).json()["id"] == saved["id"]
    assert session.get(address).json()["items_total"] == 1
    one = saved["@id"]
    changed = session.patch(one, json={"title": "Neu", "paused": True, "seen": True}).json()
    assert (changed["title"], changed["paused"]) == ("Neu", True)
    for wrong in ({"title": ""}, {"paused": "ja"}, {"farbe": 1}, {"title": 3}):
        refused = session.patch(one, json=wrong)
        assert refused.status_code == 400, wrong
        assert next(iter(wrong)) in refused.text
    for wrong in ({}, {"q": 3}, {"q": "x", "facets": ["a"]}, {"q": "x", "facets": {"x": ["y"]}}):
        assert session.post(address, json=wrong).status_code == 400, wrong
    for stranger in ("anna", "hilde"):
        other = hub.rest(stranger)
        assert other.get(one).status_code == 404
        assert other.patch(one, json={"title": "x"}).status_code == 404
        assert other.delete(one).status_code == 404
        assert other.get(address).json()["items_total"] == 0
    assert hub.rest().get(address).status_code == 401
    assert hub.rest().post(address, json=body).status_code == 401
    assert session.delete(one).status_code == 204
    assert session.get(address).json()["items_total"] == 0
