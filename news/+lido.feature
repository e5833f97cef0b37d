Public exhibits are handed on as LIDO (XML), for museums and portals of culture.
