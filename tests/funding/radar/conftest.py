"""People and programmes of funding, and a mail server."""

from notices.conftest import server  # noqa: F401
from notices.conftest import set_up_mail

import pytest


@pytest.fixture
def mailing(portal, server):  # noqa: F811
    set_up_mail(server)
    return portal
