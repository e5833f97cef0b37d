"""Which hosts a page may ask besides its own."""

from kommunalhub.showroom.proof.rules import hosts

import pytest


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((), []),
        (("img-src blob:", "connect-src 'self'", "style-src 'sha256-abc='"), []),
        (("media-src https://live.example.org:8443/hls",), ["live.example.org:8443"]),
        (("connect-src b.example a.example", "img-src a.example"), ["a.example", "b.example"]),
        (("frame-ancestors https://ostsee.example", "form-action https://x.example"), []),
        (("frame-src https://video.example",), ["video.example"]),
    ],
)
def test_hosts_are_read_from_the_policy(lines, found):
    assert hosts(lines) == found
