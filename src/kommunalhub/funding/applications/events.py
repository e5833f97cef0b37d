"""What applications tell others; dispatched to subscribers for (case, event) too."""

from kommunalhub.funding.applications.interfaces import IApplicationChanged
from kommunalhub.funding.applications.interfaces import INoticeRecorded
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IApplicationChanged)
class ApplicationChanged(ObjectEvent):
    """See IApplicationChanged."""

    def __init__(self, case, application):
        super().__init__(case)
        self.application = application


@implementer(INoticeRecorded)
class NoticeRecorded(ObjectEvent):
    """See INoticeRecorded."""

    def __init__(self, case, application, notice):
        super().__init__(case)
        self.application = application
        self.notice = notice
