"""People and materials to search for, and a mail server."""

from notices.conftest import clock  # noqa: F401
from notices.conftest import server  # noqa: F401
from notices.conftest import set_up_mail
from workshops.conftest import hub  # noqa: F401
from workshops.conftest import populated  # noqa: F401
from workshops.conftest import portal  # noqa: F401
from workshops.conftest import web  # noqa: F401

import pytest


@pytest.fixture
def mailing(portal, server):  # noqa: F811
    set_up_mail(server)
    return portal
