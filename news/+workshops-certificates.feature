Who took part in a workshop gets a certificate as an accessible PDF with a number; it is issued once, stays when the workshop is gone, and anybody who has it in front of them can have it verified.
