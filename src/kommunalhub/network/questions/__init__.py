"""Questions between hubs: asked, answered and taken back by the same signed documents.

A question is a card for all hubs or some, an answer one for the hub that asked. They are seen by
who looks through what other hubs share, and never become content.
"""
