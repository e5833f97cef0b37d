"""Small Plone pieces that all domains share: page frame, formatting, vocabularies, sign-in."""
