"""The second level: a ticket handed over to those who run the hub, as much of it as may go along.

They see what was handed over, and nothing else of the ticket; what they answer is an internal note
until support passes it on. See docs/decisions/second-level.md.
"""
