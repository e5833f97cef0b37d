"""Wrong input ends in a sentence, never in a fault of ours.

`forms` and `bodies` look at what was sent before anything is called, `fields` puts what does not
fit at its field, and `faults` tells wrong input that only Plone's code stumbles over from bugs.
`rules` is what they share; browser/errors.py shows what came of it.
"""
