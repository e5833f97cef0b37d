"""One text, four administrations: pages with gaps that each administration fills.

Words: a *slot* is a name in double brackets in the text of any page, like `[[Gebühr]]`; an
administration's editors give it a *value*. The text is written, reviewed and released once, as
every page; values are short facts, in force as soon as they are saved.
"""
