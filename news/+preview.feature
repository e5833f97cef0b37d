Pages, news and events can be previewed as citizens or colleagues will see them, on a computer and a phone (`@@vorschau`).
