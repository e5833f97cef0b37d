`kommunalhub health` and the address `@@health` tell programs that watch the hub whether database, search, mail and what falls due are well; *Mein Hub* marks for the support what is not.
