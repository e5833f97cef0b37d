"""Who works on a case, out of the group that it waits for: a help to each other, not a right.

Whoever the case waits for may take it, hand it over with a word and give it back. Nobody gets or
loses a right by that: everybody of the group can still decide, four eyes hold as before. It ends
with every step of the case.
"""
