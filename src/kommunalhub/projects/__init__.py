"""Projects: what the administrations carry out together under the hub's theme.

Words: the *lead* (Leitung) is the administration that a project belongs to, its *partners* all that
take part, the lead among them. The *book* of a project holds its milestones (Etappen), tasks, risks
and decisions as *records*; what was planned before stays in them. The *scope* is what the partners
agreed on: goal, budget, own share, partners and time.
"""
