"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.booking.asked.workflow import PROCESS
from workflows import SignedWorkflow


class TestWorkflow(SignedWorkflow):
    """Of requests for bookings."""

    type = "BookingRequest"
    workflow = "booking_request_workflow"
    page = "booking-requests.md"
    process = PROCESS
    permissions = {
        "read": ("View", "Access contents information", "List folder contents"),
        "change": ("Modify portal content",),
        "delete": ("Delete objects",),
    }
