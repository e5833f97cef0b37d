"""Films and recordings of an exhibit, kept here and played by the browser's own element.

A film is never without words for long: captions, a transcript beside it that leads to each place,
a version with audio description. What is sent is read by `boxes` and `cues` (pure): a file that is
no film is refused, captions are written anew as plain text. See docs/reference/films.md.
"""
