Notices of funders are recorded with their conditions, and orders before the permitted begin of a project are stopped: by form, import and REST alike; two people can override it.
