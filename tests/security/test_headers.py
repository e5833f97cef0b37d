"""What every answer says to the browser: pages, redirects, errors, REST, files."""

from plone import api
from plone.namedfile.file import NamedBlobFile

import pytest
import re
import transaction


PASSWORD = "vier Deiche im Regen"


@pytest.fixture
def answers(client, erika, site):
    """Return answers of every kind, by name."""
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(site, "Folder", "ordner")
        api.content.create(
            folder, "File", "datei", file=NamedBlobFile(b"%PDF-1.4", filename="a.pdf")
        )
        for item in (folder, folder.datei):
            item.manage_permission("View", ["Anonymous"])
    transaction.commit()
    found = {
        "form": client.get("/login"),
        "wrong": client.sign_in(erika, "wrong"),
        "redirect": client.get("/@@change-password"),
        "file": client.get("/ordner/datei/@@download/file/a.pdf"),
        "resource": client.get("/++resource++kommunalhub/hub.css"),
        "missing": client.get("/nicht-da"),
        "rest": client.api("GET", ""),
        "rest-missing": client.api("GET", "/nicht-da"),
        "rest-refused": client.api("GET", "/@users"),
        "unchanged": client.get("/login", headers={"If-None-Match": "*"}),
    }
    found["sign-in"] = client.sign_in(erika)
    found["own"] = client.get("/@@change-password")
    found["error"] = client.post("/@@register", data={})
    for _attempt in range(6):
        found["waiting"] = client.sign_in("nobody", "wrong")
    return found


def test_every_answer(answers):
    statuses = {name: answer.status_code for name, answer in answers.items()}
    assert statuses["missing"] == statuses["rest-missing"] == 404
    assert statuses["redirect"] == statuses["sign-in"] == 302
    assert statuses["rest-refused"] == 401
    assert statuses["waiting"] == 429
    for name, answer in answers.items():
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "frame-ancestors" in policy, name
        assert "'unsafe-eval'" not in policy, name
        scripts = policy.partition("script-src")[2].partition(";")[0]
        assert "unsafe" not in scripts, name
        assert headers["X-Content-Type-Options"] == "nosniff", name
        assert headers["X-Frame-Options"] in ("SAMEORIGIN", "DENY"), name
        assert headers["Referrer-Policy"] == "same-origin", name
        assert "camera=()" in headers["Permissions-Policy"], name
        assert "X-Powered-By" not in headers, name
        assert "Zope" not in str(headers), name
        assert "Strict-Transport-Security" not in headers, name


def test_https_is_insisted_on_behind_https(client, site):
    client.headers["X-Forwarded-Proto"] = "https"
    for path in ("", "/nicht-da", "/@@change-password"):
        headers = client.get(path).headers
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert "upgrade-insecure-requests" in headers["Content-Security-Policy"]


def test_data_may_load_nothing(client, site):
    policy = client.api("GET", "").headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"


def test_a_site_adds_sources(client, setting):
    setting("extra_sources", ("frame-src https://video.example.org",))
    policy = client.get("/login").headers["Content-Security-Policy"]
    assert "frame-src 'self' https://video.example.org" in policy


def scripts_of(client, path):
    policy = client.get(path).headers["Content-Security-Policy"]
    return policy.partition("script-src ")[2].partition(";")[0]


@pytest.mark.parametrize(
    "path, expected",
    [
        ("", "'self'"),
        ("/@@personal-information", "'self'"),
        ("/@@security-controlpanel", "'self'"),
        ("/++add++Document", "'self'"),
        ("/@@folder_contents", "'self' 'unsafe-eval'"),
        ("/++add++Event", "'self' 'unsafe-eval'"),
        ("/@@site-controlpanel", "'self' 'unsafe-eval' 'unsafe-inline'"),
        ("/manage_main", "'self' 'unsafe-eval' 'unsafe-inline'"),
    ],
)
def test_only_some_pages_of_editors_are_wider(client, manager, path, expected):
    client.sign_in(manager)
    assert scripts_of(client, path) == expected


def test_our_pages_take_styles_from_files_and_what_is_named_only(client, site, erika):
    """For visitors a page names the styles that it holds (core/browser/inlined.py)."""
    policy = client.get("/@@register").headers["Content-Security-Policy"]
    assert re.search(r"style-src 'self'( 'sha256-[\w+/]{43}=')+;", policy)
    client.sign_in(erika)
    assert "style-src 'self';" in client.get("/@@search").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://evil.example",
        "http://evil.example/plone",
        "//evil.example/plone",
        "https:evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http://localhost@evil.example/plone",
        "http:///evil.example/plone",
    ],
)
def test_signing_in_and_out_leads_nowhere_else(client, erika, elsewhere):
    for answer in (
        client.sign_in(erika, came_from=elsewhere),
        client.get("/logout", params={"next": elsewhere}),
        client.get("/require_login", params={"came_from": elsewhere}),
    ):
        assert answer.headers["Location"].startswith(client.site_url)
    for page in (
        client.get("/login", headers={"Referer": elsewhere}),
        client.get("/login", params={"came_from": elsewhere}),
    ):
        assert f'value="{elsewhere}"' not in page.text


def test_signing_in_leads_back(client, erika):
    wanted = f"{client.site_url}/@@change-password"
    assert client.sign_in(erika, came_from=wanted).headers["Location"] == wanted
