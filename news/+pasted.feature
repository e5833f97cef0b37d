Pictures that are pasted into a text become files beside the page when it is saved, by form or over REST.
