How full the spaces were, per space, administration, kind of applicant, day of the week and month, as pictures, tables and XLSX, nobody told alone; and the list of receipts for the treasury.
