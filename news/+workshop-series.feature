A workshop can be planned again: once as a template, several times by a rule, or with further dates, with holidays and taken rooms told for each date before anything is made.
