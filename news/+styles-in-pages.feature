Visitors read public pages half a second earlier on a slow line: they hold the styles that they need, and no style sheet is waited for.
