"""How often a thing was used, counted without a write in the request that used it.

`count` adds to a buffer of the process; a thread writes it down some seconds later in one short
transaction (see `flushing`). A process that is killed loses its last seconds of counts. Kept are a
kind, a thing and a day (or the Monday of a week) with a number: never who it was.
"""
