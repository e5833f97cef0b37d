Hits and materials show the first page of PDF files, and of Office files that carry a picture or where LibreOffice is installed.
