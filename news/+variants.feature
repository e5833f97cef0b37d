Pages in easy language and in sign language (DGS) belong to a page and are linked with it in both directions; folders can promise them, and “Check page” says where one is missing.
