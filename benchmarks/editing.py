"""How much a browser fetches for the form in which a page is edited: at first, and again.

    make start            # in another window
    python benchmarks/editing.py [--site http://localhost:8080/hub] [--path partner/malente/…/edit]

A browser with nothing kept opens the form, signed in, until the editor is ready and four seconds
on; then the same once more. Bytes are those of the wire, headers and all.
"""

from playwright.sync_api import sync_playwright

import argparse
import shutil


PERSON, PASSWORD = "malente-redaktion", "kommunalhub-demo"
PATH = "partner/malente/kontierung-im-bauhof/edit"
LARGEST = 8
#: Milliseconds after the editor is ready in which whatever comes late is counted, too.
LATE = 4000


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--site", default="http://localhost:8080/hub")
    options.add_argument("--path", default=PATH)
    args = options.parse_args()
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        state = signed_in(browser, args.site)
        page = browser.new_context(storage_state=state).new_page()
        print("| view | requests | KB | the largest, KB |")
        print("|---|---|---|---|")
        for view in ("first", "again"):
            fetched = weigh(page, f"{args.site}/{args.path}")
            largest = sorted(fetched, key=lambda pair: -pair[1])[:LARGEST]
            told = ", ".join(f"{name} {size / 1000:.0f}" for name, size in largest)
            total = sum(size for _name, size in fetched) / 1000
            print(f"| {view} | {len(fetched)} | {total:.0f} | {told} |")
        browser.close()


def signed_in(browser, site):
    """Return the cookies of somebody who has signed in."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/login")
    page.fill("#__ac_name", PERSON)
    page.fill("#__ac_password", PASSWORD)
    page.click("#buttons-login")
    page.wait_for_selector("header.top nav.personal details.menu")
    state = context.storage_state()
    context.close()
    return state


def weigh(page, url):
    """Return [(name of a file, bytes)] of what is fetched for a page, not of what is kept."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    names, sizes = {}, {}
    session.on("Network.requestWillBeSent", lambda sent: name(names, sent))
    session.on(
        "Network.loadingFinished",
        lambda done: sizes.update({done["requestId"]: done["encodedDataLength"]}),
    )
    page.goto(url)
    while not page.evaluate("window.tinymce?.activeEditor?.initialized"):
        page.wait_for_timeout(50)  # to wait for a function would break the security policy
    page.wait_for_timeout(LATE)
    session.detach()
    return [(names.get(key, "?"), size) for key, size in sizes.items() if size]


def name(names, sent):
    names[sent["requestId"]] = sent["request"]["url"].partition("?")[0].rpartition("/")[2]


if __name__ == "__main__":
    main()
