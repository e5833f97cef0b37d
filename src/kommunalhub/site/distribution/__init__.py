"""The site distribution `kommunalhub`: what Plone's site-creation screen and our command make."""
