"""What somebody has typed and not saved yet („ungespeicherter Stand“), kept for them alone.

In their browser every few seconds, on the site every half minute: no content, no version, found by
nobody. It is offered once in the form it was typed in, and gone with saving.
"""
