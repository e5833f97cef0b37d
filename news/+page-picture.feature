`<thing>/@@page-picture?page=17&q=…` is the picture of exactly that page of a PDF with the words asked for marked on it, drawn by the limited reading program when somebody looks, in 60 KB at most.
