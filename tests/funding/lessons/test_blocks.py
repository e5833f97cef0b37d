"""Text blocks: consultants keep them, people of the administrations find and copy them."""

from kommunalhub.core.textblocks import operations
from kommunalhub.funding.lessons.blocks.shelf import FUNDING

import pytest
import transaction


LIST = "foerderung/@@textbausteine"
FORM = "foerderung/@@textbaustein"
SERVICE = "foerderung/@text-blocks"
BLOCK = {"title": "Eigenanteil", "text": "Der Eigenanteil steht im Haushalt.", "topics": ["bauen"]}


def test_consultants_write_and_others_find(web, visit):
    browser = visit("berater", FORM)
    browser.getControl(name="form.widgets.title").value = "Eigenanteil"
    browser.getControl(name="form.widgets.text").value = "Steht im <b>Haushalt</b> [Jahr]."
    browser.getControl("Speichern").click()
    assert browser.url.endswith("/@@textbausteine#b-1")
    page = visit("malente-mitarbeit", f"{LIST}?q=haushalte")
    assert "Steht im &lt;b&gt;Haushalt&lt;/b&gt; [Jahr]." in page.contents
    assert "Löschen" not in page.text
    assert "Kein Textbaustein passt." in visit("malente-mitarbeit", f"{LIST}?q=radweg").text
    assert visit("gruenderin", LIST).headers["status"].startswith("404")
    browser = visit("berater", LIST)
    browser.getControl("Löschen").click()
    assert "Kein Textbaustein passt." in browser.text


def test_blocks_stand_beside_forms_in_which_much_is_written(people, web, visit):
    operations.save(FUNDING, None, BLOCK | {"topics": ["energie"]})
    draft = people.add_consultation(web)
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    transaction.commit()
    path, draft = ("/".join(one.getPhysicalPath()[2:]) for one in (case, draft))
    for who, form in [
        ("berater", f"{path}/@@empfehlung"),
        ("berater", path),
        ("malente-redaktion", f"{draft}/edit"),
    ]:
        browser = visit(who, form)
        assert "Textbaustein suchen" in browser.text, form
        assert 'id="block-1"' in browser.contents, form  # the topic is one of the case
    browser.getForm(action="@@textbausteine").getControl(name="q").value = "haushalt"
    browser.getForm(action="@@textbausteine").submit()
    assert "Der Eigenanteil steht im Haushalt." in browser.text


def test_what_fits_is_told_while_typing(web, visit):
    operations.save(FUNDING, None, BLOCK)
    transaction.commit()
    here = f"{web.absolute_url()}/foerderung/@@textblocks-while-typing"
    browser = visit("malente-mitarbeit", "foerderung")
    for sent, told, found in [
        ("text=Der+Eigenanteil+fehlt", "Ein Textbaustein passt", True),
        ("text=Radweg&topic=bauen", "Ein Textbaustein passt", True),
        ("text=Radweg", "Noch passt kein", False),
        ("text=Radweg&q=haushalte", "Ein Textbaustein enthält diese", True),
        ("text=Eigenanteil&q=radweg", "Kein Textbaustein enthält diese", False),
        ("text:list=a&topic:record=b&q:int=3", "Noch passt kein", False),
    ]:
        browser.post(here, sent)
        assert told in browser.text, sent
        assert ('data-insert="block-1"' in browser.contents) is found, sent
    outside = visit("gruenderin", "foerderung/@@textblocks-while-typing")
    assert outside.headers["status"].startswith("404")


def test_text_blocks_over_rest(web, client):
    berater, mia, gesa = map(client, ("berater", "malente-mitarbeit", "gruenderin"))
    made = berater.post(SERVICE, json=BLOCK)
    assert made.status_code == 201, made.text
    here = f"{SERVICE}/{made.json()['number']}"
    assert mia.get(SERVICE, params={"q": "haushalt"}).json()["items_total"] == 1
    assert mia.get(SERVICE, params={"topic": "energie"}).json()["items_total"] == 0
    assert mia.post(SERVICE, json=BLOCK).status_code in (401, 403)
    assert mia.delete(here).status_code in (401, 403)
    assert gesa.get(SERVICE).status_code == 404
    assert client().get(SERVICE).status_code == 401
    changed = berater.patch(here, json={"title": "Neu", "topics": []}).json()
    assert (changed["title"], changed["topics"], changed["text"]) == ("Neu", [], BLOCK["text"])
    assert berater.delete(here).status_code == 204
    assert berater.get(here).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", 5), ("text", "x" * 8001), ("topics", ["quatsch"]), ("topics", "a")],
)
def test_wrong_input_names_its_field(client, field, value):
    answer = client("berater").post(SERVICE, json={**BLOCK, field: value})
    assert answer.status_code == 400
    assert field in answer.text
