A new command, `kommunalhub export`, writes all contents or one folder as plone.exportimport reads them, and says what it leaves out.
