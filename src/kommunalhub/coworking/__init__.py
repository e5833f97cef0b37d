"""Co-Working: spaces in the hub and applications for them.

Words: a *space* (Platz) is a desk, an office or a meeting room. An *application* asks for one kind
of space for a period. Staff of an administration are *internal* applicants, the host decides about
them alone; start-ups, companies and persons are *external*: the host agrees first, then the
operator of the hub gives its consent (Mitzeichnung).
"""
