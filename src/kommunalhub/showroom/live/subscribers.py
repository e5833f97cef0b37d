"""Whoever sets when a livestream is, by form, REST or code: it is stored in one way."""

from kommunalhub.showroom.live import operations


def live_sent(exhibit, event):
    """An exhibit was added or changed."""
    operations.keep_in_utc(exhibit)
