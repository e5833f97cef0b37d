One command makes a hub from a clone, on a desk (`make start`) or on a server (`make buildout`); both build from one list of pins, and a wheel or Plone's own screen make the same site.
