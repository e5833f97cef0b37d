Forms are drawn by one shell: every hint, error and group is tied for screen readers, documents come along while applying, and nothing typed is lost or saved twice.
