"""What a mail says: its text, its files, whom it claims to come from; nothing of Plone.

`__main__` is the program that reads mails within limits, `process` starts it.
"""
