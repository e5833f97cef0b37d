Forms without an editor load less than 200 KB; Plone's bundles travel compressed and are kept by browsers for a year.
