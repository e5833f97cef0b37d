"""What may stand in a line of the settings that are lists: constraints of one line each."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.lib import addresses
from kommunalhub.security import policies

import re


_NAME = re.compile(r"(https?://)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]+)?/?", re.IGNORECASE)


def is_host(line) -> bool:
    """Constraint: the bare name of a host of others."""
    if not addresses.is_host(line):
        raise FieldError(
            _(
                "error_line_host",
                default="“${line}” is not the bare name of a server. It looks like "
                "live.example.org: small letters, no https:// before it and no path after it.",
                mapping={"line": line},
            )
        )
    return True


def is_own_name(line) -> bool:
    """Constraint: a name under which the site itself is reached."""
    if not _NAME.fullmatch(line.strip()):
        raise FieldError(
            _(
                "error_line_name",
                default="“${line}” is not a name under which a site is reached. It looks like "
                "hub.intern or hub.intern:8080.",
                mapping={"line": line},
            )
        )
    return True


def is_source(line) -> bool:
    """Constraint: a directive of the policy of pages and what it allows besides."""
    if not policies.is_source_line(line):
        raise FieldError(
            _(
                "error_line_source",
                default="“${line}” is not taken: pages would go on without it. It is a directive "
                "and an address, as frame-src https://video.example.org.",
                mapping={"line": line},
            )
        )
    return True
