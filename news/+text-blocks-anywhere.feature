Text blocks stand beside the forms of funding in which much is written (request, recommendation, record, applications) with a field to look for others; any offer can have text blocks of its own.
