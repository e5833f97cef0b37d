"""The same page in Leichte Sprache and in German Sign Language, each with an address of its own.

A variant says itself what it is and which page it belongs to; nothing is kept at the page. So it
follows when either is moved, and comes back out of the trash with it.
"""
