"""No key of a link in the log of requests: who reads logs must not get at what links lead to."""

import logging
import re


#: The logger of the process that serves; nginx is told the same in servers/templates.
LOGGER = "wsgi"
KEYS = re.compile(r"([?&]key=)[^&\s\"]*")


class HideKeys(logging.Filter):
    """Takes keys out of addresses."""

    def filter(self, record):
        record.msg, record.args = KEYS.sub(r"\1...", record.getMessage()), None
        return True


def hide_keys():
    """Let the log of requests hide keys; twice is harmless."""
    logger = logging.getLogger(LOGGER)
    if not any(isinstance(one, HideKeys) for one in logger.filters):
        logger.addFilter(HideKeys())
