Who is too late to give a seat in a workshop back tells the trainers with a form that they cannot come.
