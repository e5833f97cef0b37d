After a workshop those who were there say how it was, once and without their name; results are shown from five answers on as picture and table, comments once the trainers have released them.
