The settings have a page „Wortlaut der E-Mails“, which shows every mail of the site as text and as HTML, with made-up data and without sending any.
