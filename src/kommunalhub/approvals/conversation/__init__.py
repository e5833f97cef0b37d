"""Questions to the applicant, answers with documents, and notes the applicant never reads.

All of it stands in the journal of the case: docs/reference/conversation.md.
"""
