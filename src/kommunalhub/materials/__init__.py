"""Schulungsunterlagen: training materials, approved before they are read.

Words: a *material* is a file, a text or a link to a video with its topics and audience. It is
*released* for staff (internal) or for everybody (public). Who changes a released one works on a
*revision* (Überarbeitung, a working copy of plone.app.iterate): the released one stays readable
until a reviewer approves the revision, which then takes its place.
"""
