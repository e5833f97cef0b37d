"""What can be asked of `kommunalhub`, and with which options."""

from kommunalhub.lib.addresses import is_web_address
from kommunalhub.site.commandline import moving

import argparse


def parser():
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="kommunalhub",
        description="Run and look after a municipal hub.",
        epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 port or data in use.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="<command>")
    _add_serve(commands)
    _add_create_site(commands)
    _add_pack(commands)
    _add_journal(commands)
    _add_rights(commands)
    _add_tick(commands)
    _add_mail_in(commands)
    _add_health(commands)
    _add_upgrade(commands)
    _add_search(commands)
    _add_remove(commands)
    moving.add_import(commands, _add)
    moving.add_export(commands, _add)
    return top


def _add_serve(commands):
    command = _add(
        commands,
        "serve",
        "Serve the site, creating it first when it is missing.",
        "Run again it starts in seconds and touches no data.",
    )
    _site_arguments(command)
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    command.add_argument("--port", type=_port, default=8080, help="port (%(default)s)")
    command.add_argument(
        "--threads", type=int, default=3, help="requests answered at once (%(default)s)"
    )
    command.add_argument(
        "--rehearsal",
        action="store_true",
        help="for a copy, such as a restored backup: no mail goes out, nothing is done by itself",
    )


def _add_create_site(commands):
    command = _add(
        commands,
        "create-site",
        "Create the site and end; without demo content unless asked.",
        "A site that exists is left alone. Passwords are made up and kept in <var>/secrets.",
    )
    _site_arguments(command)


def _add_pack(commands):
    command = _add(
        commands,
        "pack",
        "Throw away what the database remembers of states long gone.",
        "Stop the process that serves the site first. Undo reaches back to the days kept.",
    )
    command.add_argument(
        "--days", type=_days, default=7, help="days of history to keep (%(default)s)"
    )


def _add_tick(commands):
    command = _add(
        commands,
        "tick",
        "Do what is due: reminders, escalations and whatever else falls due with time.",
        "Run it every few minutes; twice or from two machines is harmless, a missed night is caught"
        " up. While the site runs, the process that serves it does the work.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.add_argument("--dry-run", action="store_true", help="tell what is due, do nothing")
    command.set_defaults(handed_over=True)


def _add_mail_in(commands):
    command = _add(
        commands,
        "mail-in",
        "Take a mail to support from standard input, as a mail server hands it over.",
        "While the site runs, the process that serves it does the work. Exit code 0 when the mail"
        " is kept, 75 when the mail server shall try again later, 69 for more than 200 MB.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.set_defaults(handed_over=True)


def _add_journal(commands):
    group = commands.add_parser("journal", help="Look after the journals of the cases.")
    command = _add(
        group.add_subparsers(dest="verb", required=True, metavar="<command>"),
        "verify",
        "Tell whether every journal is as it was written; name the first broken entry of each.",
        "Exit code 0 when all are sound, 1 when one is broken. Reads only.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.add_argument("--json", action="store_true", help="print data instead of sentences")
    command.add_argument(
        "--against", metavar="FILE", help="compare with what --json told earlier, kept elsewhere"
    )


def _add_rights(commands):
    command = _add(
        commands,
        "rights",
        "Tell whether anybody holds a permission that no line of the lists gives, or lacks one.",
        "Run it after an add-on was installed. Exit code 0 when all is as listed, 1 when not."
        " Reads only.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")


def _add_health(commands):
    command = _add(
        commands,
        "health",
        "Tell whether the hub runs: database, search, mail, and what falls due with time.",
        "Exit code 0 when all is well, 1 when somebody should look. Reads only. While the site"
        " runs, the process that serves it answers.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.add_argument("--json", action="store_true", help="print data instead of sentences")
    command.set_defaults(handed_over=True)


def _add_upgrade(commands):
    command = _add(
        commands,
        "upgrade",
        "Bring the site to what the installed version expects.",
        "Run it after each update, before the site is served again; twice is harmless. Back up and"
        " stop the process that serves the site first. All is done or nothing.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")


def _add_search(commands):
    group = commands.add_parser("search", help="Look after the full-text index.")
    verbs = group.add_subparsers(dest="verb", required=True, metavar="<command>")
    command = _add(
        verbs,
        "rebuild",
        "Read all texts anew into the index of this process.",
        "While the site runs, the process that serves it does the work and goes on answering. A"
        " lost or damaged index needs no command: it is made anew by itself.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.set_defaults(handed_over=True)
    command = _add(
        verbs,
        "reread",
        "Read files again, so that their text is found.",
        "While the site runs, the process that serves it does the work.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    which = command.add_mutually_exclusive_group()
    for name, what in (
        ("failed", "only files that could not be read (default)"),
        ("all", "every file of the site"),
    ):
        which.add_argument(f"--{name}", dest="which", action="store_const", const=name, help=what)
    command.set_defaults(handed_over=True, which="failed")


def _add_remove(commands):
    command = _add(
        commands,
        "remove",
        "Take the add-on out of the site: Plone, its pages and people stay.",
        "Stop the process that serves the site first, and back up. While there are cases nothing is"
        " changed; exit code 1 then.",
    )
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.add_argument(
        "--with-cases",
        action="store_true",
        help="delete all cases for good, with their documents and journals",
    )


def _add(commands, name, help, more):
    command = commands.add_parser(name, help=help, description=f"{help} {more}")
    command.add_argument("--var", default="var", help="folder of all data (%(default)s)")
    command.add_argument(
        "--ini", help="use the data that this file names, such as parts/instance/etc/wsgi.ini"
    )
    return command


def _site_arguments(command):
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.add_argument(
        "--demo",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="fill a new site with demo content and people whose password is known",
    )
    command.add_argument(
        "--answers",
        metavar="FILE",
        help="for a new site: TOML file with name, place, theme, colour and administrations of"
        " another hub; see docs/how-to/operate/another-hub.md",
    )
    command.add_argument(
        "--address",
        type=_address,
        help="where people reach the site, such as https://hub.example.org; all other names but"
        " this machine's own are refused. Without it what was set before stays",
    )


def _address(text):
    address = text.rstrip("/")
    if not is_web_address(address):
        raise argparse.ArgumentTypeError(f"{text} is no address that begins with https://")
    return address


def _days(text):
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{number} is less than 0")
    return number


def _port(text):
    number = int(text)
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError(f"{number} is not between 1 and 65535")
    return number
