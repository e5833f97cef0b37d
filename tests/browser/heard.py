"""What a screen reader learns of a page, and where the Tab key leads; axe sees neither."""

#: Roles of what can be used, and of what is nothing without a name.
USED = {
    *("button", "checkbox", "combobox", "link", "listbox", "menuitem", "radio", "searchbox"),
    *("slider", "spinbutton", "switch", "tab", "table", "textbox", "Date", "InputTime"),
}

# How much the Tab key should reach: of radio buttons with one name just one.
REACHABLE = """() => {
  const groups = new Set();
  const used = 'a[href], button, input, select, textarea, summary, [tabindex]';
  return [...document.querySelectorAll(used)].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || element.type === 'hidden') return false;
    if (!element.checkVisibility({visibilityProperty: true})) return false;
    if (element.type !== 'radio') return true;
    const group = [...document.forms].indexOf(element.form) + element.name;
    const first = !groups.has(group);
    groups.add(group);
    return first;
  }).length;
}"""

# Whether somebody sees that the focus is on an element.
IS_SHOWN = """(element) => {
  const near = [element.closest('label'), element.parentElement, element.nextElementSibling];
  const parts = element.localName === 'iframe' ? [element] : [element, ...near];
  return parts.filter(Boolean).some((part) => {
    const style = getComputedStyle(part);
    return style.boxShadow !== 'none'
      || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
  });
}"""
# Notes where the Tab key leads, and whether somebody sees that it is there. The walk is over once
# it leaves the page, or comes round again.
WALK = f"""() => {{
  const isShown = {IS_SHOWN};
  const walk = {{ reached: [], left: false, over: false }};
  window.walk = walk;
  document.addEventListener('focusout', (event) => {{ walk.left ||= !event.relatedTarget; }});
  document.addEventListener('focusin', () => {{
    const element = document.activeElement;
    const place = walk.reached.findIndex((stop) => stop.element === element);
    walk.over ||= walk.left || (place >= 0 && place + 1 < walk.reached.length);
    if (walk.over || place >= 0) return;
    const stop = {{ element, shown: isShown(element), html: element.outerHTML.slice(0, 120) }};
    walk.reached.push(stop);
    requestAnimationFrame(() => {{
      if (document.activeElement === element) stop.shown ||= isShown(element);
    }});
  }});
}}"""
WALKED = """() => ({
  over: walk.over || walk.left,
  reached: walk.reached.map(({ shown, html }) => ({ shown, html })),
})"""
# Where one is in a page or in a frame of it.
STOP = f"""() => {{
  const isShown = {IS_SHOWN};
  const element = document.activeElement ?? document.body;
  window.stops ??= [];
  const place = stops.indexOf(element);
  const used = !element.matches('body');
  const first = used && place < 0;
  if (first) stops.push(element);
  return {{
    again: place >= 0 && place + 1 < stops.length,
    first,
    used,
    shown: isShown(element),
    html: element.outerHTML.slice(0, 120),
  }};
}}"""
#: A day or a time has as many stops as parts, and a button for its calendar.
STOPS = 7
#: So long (ms) the focus needs into a frame that another process draws, at most.
FRAME_MS = 200


def nodes(page):
    """Return the accessibility tree of a page, without what programs do not tell."""
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [node for node in tree if not node.get("ignored")]


def told(node, name):
    """Return `role`, `name` or `description` of a node, a text."""
    return str(node.get(name, {}).get("value", "")).strip()


def unnamed(page):
    """Return what somebody uses or reads and that has no name: lines.

    Tables of Plone's own screens have none; their headings stand right above them.
    """
    wanted = USED - {"table"} if page.locator("body.plone").count() else USED
    return [
        f"{told(node, 'role')} without a name"
        for node in nodes(page)
        if told(node, "role") in wanted and not told(node, "name")
    ]


def unreached(page):
    """Return what goes wrong when somebody walks through a page by the Tab key alone: lines."""
    has_frames = page.locator("iframe:visible").count() > 0
    wanted, reached = (walked_into_frames if has_frames else walked)(page)
    found = [f"nobody sees that one is here: {html}" for html, shown in reached if not shown]
    if len(reached) != wanted:
        found.append(f"{len(reached)} of {wanted} are reached")
    return found


def walked(page):
    """Return how much there is to reach, and what was: [(HTML, whether one sees it)]."""
    wanted = page.evaluate(REACHABLE)
    page.evaluate(WALK)
    steps, walk = wanted + 1, None
    for _round in range(wanted + 1):
        for _step in range(steps):
            page.keyboard.press("Tab")
        walk = page.evaluate(WALKED)
        if walk["over"]:
            break
        steps = STOPS
    return wanted, [(one["html"], one["shown"]) for one in walk["reached"]]


def walked_into_frames(page):
    """Return the same of a page and of the frames in it, each of which is reached as well.

    Step by step: what happens in a frame without scripts, nobody notes there.
    """
    frames = [one.content_frame() for one in page.locator("iframe:visible").element_handles()]
    wanted = sum(one.evaluate(REACHABLE) for one in [page, *frames]) + len(frames)
    reached = []
    for _step in range(STOPS * (wanted + 1)):
        page.keyboard.press("Tab")
        stop = place_in(page)
        frame = page.evaluate_handle("document.activeElement").as_element().content_frame()
        if stop["again"] or not stop["used"]:
            break
        stops = [stop, place_in(frame)] if frame else [stop]
        reached += [(one["html"], one["shown"]) for one in stops if one["first"]]
    return wanted, reached


def place_in(page):
    """Return where one is in a page or a frame; a frame of its own process is slower to know."""
    stop = page.evaluate(STOP)
    if not stop["used"]:
        page.wait_for_timeout(FRAME_MS)
        stop = page.evaluate(STOP)
    return stop
