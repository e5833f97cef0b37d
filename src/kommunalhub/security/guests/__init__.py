"""Guests: people without an account, each known for one thing of theirs and by signed links alone.

A guest has an id, a name and a confirmed address, so journals, letters and bookings know them as
they know everybody. They cannot sign in, are in no group and hold no role but on what is theirs;
nobody finds them by searching. Being a guest changes nothing on any page or service: a page that
serves guests asks `session` who comes, and acts for them itself (`operations.acting`), in what it
lists. See docs/decisions/guests.md.
"""
