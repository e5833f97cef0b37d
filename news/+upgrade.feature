`kommunalhub upgrade` brings a site to what the installed version expects, and says so when there is nothing to do.
