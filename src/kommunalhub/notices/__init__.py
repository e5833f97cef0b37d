"""Who hears of what happens to a case: by the bell in the header, by mail, or once a day.

Listens to the journal (approvals' CaseNoted) and to nothing else. Notices and mails are written in
the transaction of what they tell of; mails leave after it. See docs/reference/notices.md.
"""
