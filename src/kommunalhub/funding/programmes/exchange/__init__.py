"""The library as a table: written as CSV and XLSX, read again after a look at the changes."""
