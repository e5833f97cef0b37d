Authors may allow comments and „Hilfreich“ below pages and news, for colleagues alone; editors and reviewers take comments down with a reason that their writer reads.
