„Mein Hub“ lets editors begin a page or a piece of news with the first buttons, and a page that was checked leads on to where it is handed in.
