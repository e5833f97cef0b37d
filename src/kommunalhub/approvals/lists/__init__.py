"""Cases in lists: which ones, in what order, and how a row of one is told; wakes no object."""
