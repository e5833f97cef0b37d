„Zustand unseres Bereichs“ (`@@zustand`) shows editors and reviewers what waits, is due, broken, never visited or looked for in vain, as a page, a table (XLSX) and over REST.
