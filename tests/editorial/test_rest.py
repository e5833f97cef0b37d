"""The demo's people release a page over REST, as everything else."""

from plone.namedfile.file import NamedBlobImage

import base64
import requests
import transaction


PASSWORD = "kommunalhub-demo"
URL = "partner/malente"


def ask(demo, who, method, path, **data):
    site = demo["portal"].absolute_url()
    headers = {"Accept": "application/json"}
    answer = requests.request(
        method, f"{site}/{path}", json=data or {}, auth=(who, PASSWORD), headers=headers
    )
    return answer.status_code, answer.json() if answer.content else None


def test_from_the_draft_to_the_inbox_and_out(demo):
    title = "Sprechstunde am Abend"
    new = {"@type": "News Item", "title": title}
    status, made = ask(demo, "malente-redaktion", "POST", URL, **new)
    assert (status, made["review_state"]) == (201, "draft")
    path = f"{URL}/{made['id']}"
    assert ask(demo, "malente-redaktion", "POST", f"{path}/@workflow/submit")[0] == 200
    _status, inbox = ask(demo, "malente-pruefung", "GET", "@inbox?type=News Item")
    [item] = [one for one in inbox["items"] if one["title"] == title]
    assert item["due"] and item["case_number"] == ""
    assert {one["id"] for one in item["transitions"]} == {"approve", "publish", "return"}
    _status, told = ask(demo, "malente-pruefung", "GET", "@notices")
    assert told["items"][0]["title"] == title
    step = f"{path}/@workflow"
    assert ask(demo, "malente-redaktion", "POST", f"{step}/publish")[0] == 403
    status, answer = ask(demo, "malente-pruefung", "POST", f"{step}/return")
    assert (status, answer["field"]) == (400, "comment")
    status, answer = ask(demo, "malente-pruefung", "POST", f"{step}/publish", effective="bald")
    assert status == 400
    status, answer = ask(
        demo, "malente-pruefung", "POST", f"{step}/publish", effective="2035-01-01T08:00:00"
    )
    assert (status, answer["review_state"]) == (200, "planned")
    _status, shown = ask(demo, "malente-redaktion", "GET", path)
    assert shown["effective"].startswith("2035-01-01")
    assert ask(demo, "lensahn-redaktion", "GET", path)[0] in (401, 403, 404)
    status, answer = ask(
        demo, "malente-pruefung", "POST", f"{step}/publish", expires="2020-01-01T08:00:00"
    )
    assert (status, answer["field"]) == (400, "expires")
    assert ask(demo, "malente-pruefung", "POST", f"{step}/publish")[1]["review_state"] == "public"


RULE, WORD = f"{URL}/neue-regel-fuer-fernzugriff", "Fernzugriff"
PICTURE = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def seen(demo, who, path, accept="text/html"):
    site = demo["portal"].absolute_url()
    auth = (who, PASSWORD) if who else None
    return requests.get(f"{site}/{path}", auth=auth, headers={"Accept": accept})


def test_what_is_for_some_is_on_no_channel_for_others(demo):
    rule = demo["portal"].unrestrictedTraverse(RULE)
    rule.image = NamedBlobImage(PICTURE, filename="schluessel.gif")
    transaction.commit()
    channels = ("", "/@@images/image", "/@@kenntnisnahme", "/view")
    for who, is_reader in (("malente-mitarbeit", True), ("lensahn-mitarbeit", False), ("", False)):
        for channel in channels:
            answer = seen(demo, who, f"{RULE}{channel}")
            assert (answer.status_code == 200) == is_reader, (who, channel)
        for channel in ("", "/@acknowledgement"):
            answer = seen(demo, who, f"{RULE}{channel}", "application/json")
            assert (answer.status_code == 200) == is_reader, (who, channel)
        for listing in (f"@@search?SearchableText={WORD}", URL, "", f"{URL}/RSS"):
            answer = seen(demo, who, listing)
            assert (rule.Title() in answer.text) <= is_reader, (who, listing)
        found = seen(demo, who, f"@search?SearchableText={WORD}", "application/json").json()
        titles = [item["title"] for item in found["items"]]
        assert (rule.Title() in titles) == is_reader


def test_who_has_confirmed_is_told_to_the_office_alone(demo):
    for who, is_office in (("malente-mitarbeit", False), ("malente-redaktion", True)):
        state = seen(demo, who, f"{RULE}/@acknowledgement", "application/json").json()
        assert state["counts"]["confirmed"] == 2
        assert ("people" in state) == is_office
    state = seen(demo, "malente-mitarbeit", f"{RULE}/@acknowledgement", "application/json").json()
    [change] = state["changes"]
    assert (change["kind"], change["heading"]) == ("added", "3. Wenn der Schlüssel fehlt")


def leads(demo, who, path, accept="text/html"):
    """Return where an address leads on to, within the site; None where it does not."""
    site = demo["portal"].absolute_url()
    auth = (who, PASSWORD) if who else None
    answer = requests.get(
        f"{site}/{path}", auth=auth, headers={"Accept": accept}, allow_redirects=False
    )
    if answer.status_code not in (301, 302, 308):
        return None
    return answer.headers["Location"].removeprefix(f"{site}/").removeprefix("++api++/")


def test_what_is_moved_and_renamed_is_found_at_every_old_address(demo):
    who = "malente-redaktion"

    def make(place, portal_type, title):
        status, made = ask(demo, who, "POST", place, **{"@type": portal_type, "title": title})
        assert status == 201, made
        return f"{place}/{made['id']}"

    top = make(URL, "Folder", "Dienste")
    folder, other = make(top, "Folder", "Alte Ablage"), make(top, "Folder", "Neue Ablage")
    page = make(folder, "Document", "Hinweise")
    olds = [page, f"{top}/ablage/hinweise", f"{other}/ablage/hinweise"]
    assert page == f"{folder}/hinweise" and leads(demo, who, page) is None
    # the folder is renamed, then moved with what is in it, then the page is renamed
    assert ask(demo, who, "PATCH", folder, id="ablage")[0] == 204
    assert leads(demo, who, page) == olds[1]
    source = f"{demo['portal'].absolute_url()}/{top}/ablage"
    assert ask(demo, who, "POST", f"{other}/@move", source=source)[0] == 200
    assert ask(demo, who, "PATCH", olds[2], id="merkblatt")[0] == 204
    for old in olds:
        for accept in ("text/html", "application/json"):
            assert leads(demo, who, old, accept) == f"{other}/ablage/merkblatt", (old, accept)
            # who may not see the draft is not told where it went
            for stranger in ("lensahn-redaktion", ""):
                assert leads(demo, stranger, old, accept) is None, (old, accept, stranger)
    # what is made at an old address is what stands there
    assert make(top, "Folder", "Alte Ablage") == folder
    assert leads(demo, who, folder) is None


def test_visitors_find_a_public_page_under_its_old_address(demo):
    old, new = f"{URL}/rathaus-barrierefrei-erreichen", f"{URL}/ins-rathaus"
    assert ask(demo, "hubleitung", "PATCH", old, id="ins-rathaus")[0] == 204
    for accept in ("text/html", "application/json"):
        assert leads(demo, "", old, accept) == new
    assert seen(demo, "", old).status_code == 200
