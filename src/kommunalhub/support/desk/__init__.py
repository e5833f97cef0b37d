"""Where tickets are answered: several at once, who is at one, what belongs together.

Words: *several* (mehrere auf einmal), *presence* (wer gerade hineinsieht), *merged* (zusammen
bearbeitet): a ticket goes on within another one, and can be taken out again.
"""
