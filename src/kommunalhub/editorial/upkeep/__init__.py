"""Pages stay right: readers say what is wrong, and an area sees how its pages are.

What is reported waits for the function that is responsible for the page, see approvals/reviewing.
"""
