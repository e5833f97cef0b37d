Each administration keeps text blocks for its pages, found and inserted in the editor; what is to be filled in becomes a gap.
