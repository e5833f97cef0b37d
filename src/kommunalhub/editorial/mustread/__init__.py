"""Pages to be read and confirmed („Kenntnisnahme“), and asked anew only for a change.

Words: a page *asks*; those it is for are *asked* and *confirm*; what they confirm is a *revision*
of its text. A change that was marked as essential begins a new *round*: then all are asked again,
and shown what changed since they confirmed. Any other change asks nobody who has confirmed.
"""
