The editor offers three levels of headings below the title, accordions, a mark for gaps of outlines, and cells of headings first in the bar of a table.
