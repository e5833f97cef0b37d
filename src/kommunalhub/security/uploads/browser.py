"""What people see, and clients of REST read, whose request was too big or found no room."""

from kommunalhub import _
from kommunalhub.security.browser.errors import ErrorPage
from kommunalhub.security.browser.errors import Unexpected
from kommunalhub.security.uploads import space

import logging
import transaction


logger = logging.getLogger(__name__)


class TooBigPage(ErrorPage):
    """413: what was sent is too big."""

    status = 413
    heading = _("heading_too_big", default="This is too big")

    def tell(self):
        self.lead = self.context.args[0]
        return self.answer()


class FullPage(ErrorPage):
    """507: there is no room left. Other errors of the same class are left to Unexpected."""

    status = 507
    heading = _("heading_full", default="There is no storage space left")
    lead = _(
        "error_full",
        default="Nothing was saved, because the hub has no storage space left. What was there "
        "before is unchanged. Please tell who looks after the hub, and try again later.",
    )

    def tell(self):
        error = self.context
        if not space.is_full(error):
            unexpected = Unexpected(error, self.request)
            unexpected.__parent__ = self.__parent__
            return unexpected()
        logger.critical("No storage space left: %s", error)
        # After a commit that failed nothing can be read before what was half done is undone.
        transaction.abort()
        return self.answer()

    def data(self):
        return super().data() | {"type": "InsufficientStorage"}
