Funding programmes are written and read as CSV and XLSX: first a look at what each line would do, then all of it or nothing, up to 5,000 programmes, over REST too.
