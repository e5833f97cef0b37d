"""What happens to a guest when something happens to their application: one call each."""

from kommunalhub.coworking.outside import operations


def application_removed(application, event):
    """Forget the guest of an application that is deleted."""
    operations.case_removed(application)
