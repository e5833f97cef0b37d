"""Only who has the secret signs; each purpose signs for itself."""

from kommunalhub.lib import signing


def test_signed_for_one_purpose_only():
    sealed = signing.seal("a", ["mia", 1], "secret")
    assert signing.unseal("a", sealed, ["secret"]) == ["mia", 1]
    assert signing.unseal("b", sealed, ["secret"]) is None
    assert signing.unseal("a", sealed, []) is None


def test_a_changed_text_is_refused():
    body, _dot, signature = signing.seal("a", ["mia"], "secret").partition(".")
    other = signing.seal("a", ["rita"], "other").partition(".")[0]
    assert signing.unseal("a", f"{other}.{signature}", ["secret"]) is None
    assert signing.unseal("a", body, ["secret"]) is None
