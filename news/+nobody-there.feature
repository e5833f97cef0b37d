The process check and the waiting case say when nobody in the group asked can act, or nobody in it gets mail.
