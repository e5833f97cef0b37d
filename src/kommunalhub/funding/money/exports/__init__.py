"""The money of an application to take along: workbook and accessible PDF."""
