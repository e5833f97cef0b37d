"""What who asks has already, by the tag that they send along."""


def is_known(request, tag):
    """Return whether a request names a tag in If-None-Match (RFC 9110, 13.1.2).

    Compared weakly: what a proxy or the compression has packed has the same content.
    """
    header = request.getHeader("If-None-Match") or ""
    return header.strip() == "*" or tag in [
        one.strip().removeprefix("W/") for one in header.split(",")
    ]
