"""What is published, and to whom: nothing on content whose View a person lacks.

Views with the permission `zope2.Public`, resources, skin methods, namespaces and REST services are
registered for any object; the publisher asks for their own permission, not for that of the object
they are found on. Here the object is asked too, once, between traversal and the call (`check.py`),
so it holds for every add-on. What is hidden and what is missing get one answer (`browser/`).
"""
