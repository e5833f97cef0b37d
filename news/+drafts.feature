A draft can be deleted on its page by who made it; „Warum?“ tells when.
