"""The variants of a page over REST, and what of them is refused."""

import requests


AREA = "partner/malente"
AUTH = ("malente-redaktion", "kommunalhub-demo")
HUB = ("hubleitung", "kommunalhub-demo")


def ask(demo, method, path, auth=AUTH, **data):
    url = f"{demo['portal'].absolute_url()}/{path}"
    answer = requests.request(
        method, url, json=data or None, auth=auth, headers={"Accept": "application/json"}
    )
    return answer.status_code, answer.json() if answer.content else None


def test_rest(demo):
    path = f"{AREA}/rathaus-barrierefrei-erreichen"
    status, told = ask(demo, "GET", f"{path}/@variants", auth=None)
    assert status == 200 and told["missing"] == []
    assert [(one["kind"], one["language"]) for one in told["items"]] == [
        ("standard", "de"),
        ("plain", "de-simple"),
        ("sign", "gsg"),
    ]
    page, other = told["items"][0]["UID"], f"{AREA}/kontierung-im-bauhof"
    for sent in (
        {"variant_kind": "plain", "variant_of": page},  # there is one
        {"variant_kind": "plain"},
        {"variant_kind": "plain", "variant_of": "0" * 32},
        {"variant_kind": "plain", "variant_of": [page]},
        {"variant_kind": 7, "variant_of": page},
        {"variant_kind": "standard", "variant_of": page},
    ):
        assert ask(demo, "PATCH", other, **sent)[0] == 400, sent
    # a public page is changed at once by the hub management alone
    itself = {"variant_kind": "plain", "variant_of": page}
    assert ask(demo, "PATCH", path, auth=HUB, **itself)[0] == 400
    [hit] = [
        one
        for one in ask(demo, "GET", "@search?portal_type=Document&metadata_fields=variant_kind")[1][
            "items"
        ]
        if one["@id"].endswith("rathaus-leichte-sprache")
    ]
    assert hit["variant_kind"] == "plain"
