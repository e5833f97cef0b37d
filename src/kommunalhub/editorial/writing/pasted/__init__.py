"""Pictures that were pasted into a text become files beside the page, by whatever channel.

As `data:` addresses they would not be shown (security/richtext), and fill database and feeds.
"""
