"""People and materials to search for, and a mail server."""

from materials.conftest import hub  # noqa: F401
from materials.conftest import populated  # noqa: F401
from materials.conftest import portal  # noqa: F401
from materials.conftest import web  # noqa: F401
from notices.conftest import clock  # noqa: F401
from notices.conftest import server  # noqa: F401
from notices.conftest import set_up_mail

import pytest


@pytest.fixture
def mailing(portal, server):  # noqa: F811
    set_up_mail(server)
    return portal
