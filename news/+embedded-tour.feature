Tours are walked scene by scene within the pages of other sites that may show them; before, each scene opened a new tab.
