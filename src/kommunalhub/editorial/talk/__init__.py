"""Comments and one reaction („Hilfreich“) on pages and news, where the author allows it.

For colleagues who may read the page, never for the world: also on a public page nobody sees or
writes any who does not work here. Those who edit or review the page take down what does not belong
there, with a reason that its writer reads.
"""
