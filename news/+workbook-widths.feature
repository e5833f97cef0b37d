Columns of workbooks are as wide as what stands in them, and print on one page in width. The report of a project is filled in with how it stands.
