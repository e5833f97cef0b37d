What is typed in forms of pages and not saved is kept in the browser and on the site for that person alone, offered after a crash, gone with saving and by itself after 14 days.
