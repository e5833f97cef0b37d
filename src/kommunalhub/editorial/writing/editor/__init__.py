"""What our editor does beyond Plone's: small plugins of TinyMCE, and what they ask for.

settings.py names them to each editor; their scripts stand with our others in core/browser/static.
"""
