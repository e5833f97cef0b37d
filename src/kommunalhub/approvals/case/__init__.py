"""One case: what is known of it and of who looks at it, whom it awaits, what it is called.

Parts of the room (clock, consents, …) add to it by `interfaces.ICasePart`; it knows none of them.
"""
