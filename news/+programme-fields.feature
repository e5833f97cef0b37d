Funding programmes carry all terms of German grant law that the advice needs, and several calls each: the next one to close counts everywhere, in lists, matching and search.
