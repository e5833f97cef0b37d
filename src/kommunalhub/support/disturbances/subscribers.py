"""What disturbances do when they are added, changed or deleted: one call each."""

from kommunalhub.support.disturbances import board
from kommunalhub.support.disturbances import operations


def settle(disturbance, event):
    """Put it on the pages of those whom it concerns, who may have become others."""
    operations.settle(disturbance)


def told_anew(disturbance, event):
    operations.settle(disturbance)
    disturbance.reindexObjectSecurity()


def gone(disturbance, event):
    board.take_down(disturbance)
