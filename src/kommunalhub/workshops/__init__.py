"""Workshops: what the hub teaches, who takes part, and who waits for a seat.

Words: a *workshop* has one or more *sessions* (Termine). A *registration* (Anmeldung) asks for a
seat; it is registered, waits, or has an *offer* (Angebot) that ends. A *quota* (Kontingent) is
seats kept for one administration until a day. Registrations are no content: each workshop has a
*book* of them, kept beside the site's content, see storage.py.
"""
