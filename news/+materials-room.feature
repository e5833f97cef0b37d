A site of before is brought up to date in Plone's add-ons panel or with `kommunalhub upgrade`; training materials live in `kommunalhub.materials` now.
