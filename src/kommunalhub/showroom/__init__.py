"""The showroom: what citizens walk through, watch and look at, and read just as well.

Words: an exhibit (Ausstellungsstück) is one thing to visit; in it stand its media (scenes,
films, objects, pictures); a part is what one of them adds to the exhibit's page; a gap is what an
exhibit lacks before everybody may see it.

Another kind of medium is a folder here, and nothing else is edited but lists of names:

- its type (`profiles/default/types/`): `add_permission` `kommunalhub.AddExhibitPart`,
  `global_allow` False, a schema below `IMedium`, a class that is `Medium`; its name in
  `allowed_content_types` of `Exhibit.xml` and, without a workflow, in `workflows.xml`: it is seen
  and changed where its exhibit is. All of it in `profiles/upgrades/1001/` too.
- what it shows on the exhibit's page: a named multi-adapter `IExhibitPart`.
- what has to be there before everybody may see it: a subscription adapter `IGaps` of `IExhibit`.
  Words, makers and licences of all media are asked for already (gaps.py). A medium that changes
  without being edited calls `operations.look_anew`.
- what lists know of it besides (when a livestream begins, how many stops a tour has): a
  subscription adapter `IExhibitFacts` of `IExhibit`.
- what was promised by a day is brought while others see the exhibit: a form with the permission
  `kommunalhub.CompleteExhibit`, for nothing else can be changed then.
- what its pages load that others may not: `security.interfaces.ISourceNeeds` of their view.
"""
