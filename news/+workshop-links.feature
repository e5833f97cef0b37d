Who was registered by others for an internal workshop sees their registration by the link of the mail; such links are pages of the site and open nothing else.
