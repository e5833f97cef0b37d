"""What belongs together: tickets worked on as one, tickets made of a message, tickets alike.

A merged ticket keeps everything of its own: state, journal, messages, who reported it. It only
points to the one it goes on with, and is taken out again by letting go of that. So nothing is
copied and nothing lost; see docs/decisions/merging.md.
"""
