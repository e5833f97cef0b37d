"""What is known of people, and of who asks without asking again."""

from kommunalhub.core import persons
from plone import api

import pytest


@pytest.fixture
def people(integration):
    with api.env.adopt_roles(["Manager"]):
        for name, fullname in (("anna", "Anna Müller"), ("ben", "")):
            known = {"fullname": fullname, "email": f"{name}@example.org"}
            api.user.create(username=name, password="lauter leise Laternen", properties=known)
    return integration


@pytest.mark.parametrize("asks", ["anna", "ben"])
def test_it_is_the_same_of_oneself_and_of_others(people, asks):
    told = {
        (name, what): persons.property_of(name, what)
        for name in ("anna", "ben")
        for what in ("fullname", "email", "nothing")
    }
    assert told["anna", "fullname"] == "Anna Müller"
    assert told["ben", "email"] == "ben@example.org"
    with api.env.adopt_user(username=asks):
        assert {key: persons.property_of(*key) for key in told} == told


@pytest.mark.parametrize(("asks", "called"), [("anna", "Anna Müller"), ("ben", "ben")])
def test_everybody_has_a_name_of_their_own(people, asks, called):
    with api.env.adopt_user(username=asks):
        assert persons.own_name() == called


def test_of_oneself_no_plugin_is_asked(people, monkeypatch):
    with api.env.adopt_user(username="anna"):
        monkeypatch.setattr(persons, "PropertiedUser", None)
        assert persons.property_of("anna", "fullname") == "Anna Müller"
        with pytest.raises(TypeError):
            persons.property_of("ben", "fullname")


def test_of_nobody_nothing_is_known(people):
    assert not persons.is_there("nobody-here")
    assert not persons.is_there(None)
    assert persons.property_of("nobody-here", "fullname") == ""
