"""What comes into a text from elsewhere: out of Word and the like, and pictures.

office.py says what HTML from elsewhere means. The editor asks for it as somebody pastes, and every
text that is saved is looked at, whoever sent it. Pictures become files beside the page: as `data:`
addresses they would not be shown (security/richtext), and fill database and feeds.
"""
