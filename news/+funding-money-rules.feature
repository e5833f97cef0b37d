Drawdowns, the use of money within two months, interest on it, and the statement of use are counted by pure rules; base rates and figures of the law are dated data in the registry with their sources.
