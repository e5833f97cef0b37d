"""What colleagues see of the tickets of their administration, where its rule says so.

Title, state and conversation, on a page of its own: they get no right on a ticket, so no other way
(search, REST, notices) tells them more.
"""
