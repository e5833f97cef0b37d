A file of answers for `kommunalhub create-site` can name a logo.
