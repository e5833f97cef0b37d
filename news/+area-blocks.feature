Other rooms bring blocks for the homes of administrations (`core/homeblocks`) and numbers of what an administration does (`counts` of an offer).
