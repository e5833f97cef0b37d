"""What falls due with time: jobs that `kommunalhub tick` does, each thing once.

A job finds what is due and not done yet, so a missed night is caught up and a second run finds
nothing. See interfaces.IJob; parts of the hub register theirs as named utilities.
"""
