Files that are uploaded a second time are told to be there already instead of coming twice.
