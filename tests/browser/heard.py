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

# Where the Tab key has led: the how manieth element, and whether somebody sees that it is there.
HERE = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  window.reached = window.reached || [];
  if (!window.reached.includes(element)) window.reached.push(element);
  const near = [element.closest('label'), element.parentElement, element.nextElementSibling];
  const shown = [element, ...near].filter(Boolean).some((part) => {
    const style = getComputedStyle(part);
    return style.boxShadow !== 'none'
      || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
  });
  const place = window.reached.indexOf(element);
  return {place, of: window.reached.length, shown, html: element.outerHTML.slice(0, 120)};
}"""
#: A day or a time has as many stops as parts, and a button for its calendar.
STOPS = 7


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
    wanted, found, reached = page.evaluate(REACHABLE), [], 0
    for _step in range((wanted + 1) * STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or here["place"] + 1 < here["of"]:
            break  # at the end, or round again
        if not here["shown"]:
            found.append(f"nobody sees that one is here: {here['html']}")
        reached = here["of"]
    if reached != wanted:
        found.append(f"{reached} of {wanted} are reached")
    return found
