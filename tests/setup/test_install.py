"""The add-on installs into a plain site."""


def test_the_layer_is_active(integration, portal):
    from plone.browserlayer.utils import registered_layers

    assert "IKommunalhubLayer" in [layer.__name__ for layer in registered_layers()]
