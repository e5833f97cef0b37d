"""Which sources pages may load from."""

from kommunalhub.security.policies import content_security_policy
from kommunalhub.security.policies import headers
from kommunalhub.security.policies import KINDS

import pytest


def directives(*args, **kw):
    parts = [part.split() for part in content_security_policy(*args, **kw).split("; ")]
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("kind", ["own", "plone"])
def test_pages_run_no_script_from_their_html(kind):
    assert directives(kind, https=False)["script-src"] == ["'self'"]


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_else_may_frame_or_embed(kind):
    found = directives(kind, https=False)
    assert set(found["frame-ancestors"]) <= {"'self'", "'none'"}
    assert found.get("object-src", found["default-src"]) == ["'none'"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_policy_names_other_hosts(kind):
    policy = content_security_policy(kind, https=True)
    assert "http" not in policy
    assert "*" not in policy


def test_styles_of_ours_come_from_files():
    found = directives("own", https=False)
    assert found["style-src"] == ["'self'"]
    assert found["style-src-attr"] == ["'unsafe-inline'"]


def test_a_site_adds_sources():
    lines = ("frame-src https://video.example.org", "media-src a b")
    found = directives("own", https=False, extra_sources=lines)
    assert found["frame-src"] == ["'self'", "https://video.example.org"]
    assert found["media-src"] == ["'self'", "a", "b"]


@pytest.mark.parametrize(
    "line", ["", "frame-src", "sandbox x", "frame-src x; script-src *", "frame-src x, y"]
)
def test_malformed_sources_are_left_out(line):
    plain = content_security_policy("own", https=False)
    assert content_security_policy("own", False, (line,)) == plain


def test_data_gets_nothing_more():
    assert content_security_policy("data", True, ("frame-src x",)) == (
        "default-src 'none'; frame-ancestors 'none'"
    )


def test_https_is_insisted_on_where_there_is_https():
    assert headers("own", True, 1)["Strict-Transport-Security"] == "max-age=86400"
    assert "Strict-Transport-Security" not in headers("own", False, 1)
    assert "Strict-Transport-Security" not in headers("own", True, 0)
    assert "upgrade-insecure-requests" in directives("own", https=True)
    assert "upgrade-insecure-requests" not in directives("own", https=False)
