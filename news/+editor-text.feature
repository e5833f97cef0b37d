What is pasted into the editor out of Word, Outlook, LibreOffice or Google Docs comes out as lists, headings, tables and words without looks; a text that nobody touched is saved as it was.
