Who adds scenes one after another comes back to the tour, is told how much each scene still needs, and finds maker and licence filled in.
