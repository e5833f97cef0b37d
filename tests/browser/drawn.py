"""When Plone's scripts have drawn what a page shows.

Nobody waits for a network that is idle: that does not say that anything is there, and Playwright
never calls it so once a frame of an editor has come before the first idle half second.
"""

#: Pages without them have all that they show from the beginning.
PLONES_SCRIPTS = "script[src*='++plone++static/bundle']"
#: Longest wait, in ms, and how often it is looked.
PATIENCE, OFTEN = 90_000, 50
# Patterns that draw once more files are there; each leaves itself at its element when it is done.
DRAWN = """() => {
  const drawing = ['contentbrowser', 'recurrence', 'select2', 'structure', 'tinymce'];
  return document.readyState === 'complete'
    && document.body.classList.contains('patterns-loaded')
    && drawing.every((name) => [...document.querySelectorAll(`.pat-${name}`)].every(
      (element) => element[`pattern-${name}`] || element.matches('.select2-container')))
    && (window.tinymce?.get() ?? []).every((editor) => editor.initialized)
    && [...document.querySelectorAll('.pat-structure')].every(
      (place) => place.querySelector('tr.itemRow'));
}"""
# Colours that go over into others are neither.
SETTLED = """() => Promise.allSettled(
  document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)
).then(() => null)"""
EDITOR = "() => Boolean(window.tinymce?.activeEditor?.initialized)"


def wait_until(page, expression):
    """Wait until JavaScript says yes; `wait_for_function` would break the security policy."""
    for _time in range(PATIENCE // OFTEN):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(OFTEN)
    raise AssertionError(f"{page.url}: not in {PATIENCE} ms: {expression}")


def wait_for_patterns(page):
    """Wait until all that Plone's scripts draw on a page, if it has them, is there."""
    if page.locator(PLONES_SCRIPTS).count():
        wait_until(page, DRAWN)


def look(page, width, scheme):
    """Let a page be shown so wide (a viewport) and light or dark, and wait until it is."""
    page.set_viewport_size(width)
    page.emulate_media(color_scheme=scheme)
    page.evaluate(SETTLED)


def wait_for_editor(page):
    """Wait until the text can be written in: what is typed before is lost."""
    wait_until(page, EDITOR)
