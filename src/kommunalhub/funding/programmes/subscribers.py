"""What happens to programmes when they are added and changed: one call each."""

from kommunalhub.funding.programmes import operations


def settle_programme(programme, event):
    """Give a new programme its key."""
    operations.settle(programme)


def note_checker(programme, event):
    """Note who checked a programme, when somebody has changed the day by form or over REST."""
    names = {
        name.rpartition(".")[2]
        for change in event.descriptions
        for name in getattr(change, "attributes", ())
    }
    if "checked_on" in names and "checked_by" not in names:
        operations.note_checker(programme)
