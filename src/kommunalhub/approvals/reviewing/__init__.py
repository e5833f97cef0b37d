"""Who is responsible for a page, when it is looked at again, and what calls for them meanwhile.

A function is responsible, never a person: a group of an administration or of the hub, the page's
own or that of its folder. What calls for it (a review that is due, something that readers report)
stands in the inbox of its members.
"""
