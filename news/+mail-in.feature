Mails to the address of support become tickets, letters about tickets can be answered by mail, and mails of strangers wait for support on „Aus der Post“.
