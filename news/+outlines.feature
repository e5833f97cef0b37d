Editors begin a page from an outline (`@@aus-vorlage`): pages of the hub in `vorlagen`, with marked gaps; a page whose gaps are open is neither handed in nor released.
