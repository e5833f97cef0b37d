"""The agreement of use (Nutzungsvereinbarung): drawn up when an application is approved.

What it says is frozen then: the facts of the application, the price, the house rules and the text
as the hub management had it that day. Its PDF is made once and kept with the case. The applicant
accepts it; where the house says so, nobody books before that. See docs/decisions/agreement.md.
"""
