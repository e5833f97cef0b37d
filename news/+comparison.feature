A revision of a training material is compared with what is released, word by word; the page of a material lists its versions. A copy of any case is a new case with a number of its own.
