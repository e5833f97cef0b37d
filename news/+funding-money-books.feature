Receipts, drawdowns, statements of use and earmarked things are kept in a book for each application; a case with a grant is closed only once the funder has accepted how it was used.
