"""Tables in files: CSV and XLSX read row by row under limits, CSV written. Plain Python."""
