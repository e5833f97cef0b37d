Mails about saved searches name the pages, slides or minutes of a file that are new („Handbuch Vergabe: Seite 17, 45“), for files that are new and for new versions that say something new.
