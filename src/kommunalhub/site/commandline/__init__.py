"""The program `kommunalhub`: what can be asked of it.

Commands import Zope; this module does not, so that `--help` is instant and the environment is set
before anything reads it. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 port or data in use.
"""

from importlib import import_module
from kommunalhub.site.commandline.options import parser
from kommunalhub.site.server import configuration
from kommunalhub.site.server import handover
from kommunalhub.site.server import spool
from kommunalhub.site.server.port import claim_port
from pathlib import Path

import sys


DONE, FAILED, USAGE, IN_USE = range(4)


def main(argv=None):
    """Run the command and return its exit code."""
    args = parser().parse_args(argv)
    if args.command == "mail-in":
        with spool.spooled(args, sys.stdin.buffer) as is_kept:
            return spool.code_of(do(args)) if is_kept else spool.TOO_LARGE
    return do(args)


def do(args):
    """Run a command whose options were read, here or in the process that serves."""
    try:
        if args.command == "serve":
            args.claimed = claim_port(args.host, args.port)
        configuration.tell_libraries()
        args.ini = Path(args.ini).resolve() if args.ini else configuration.prepare(args.var)
        if getattr(args, "handed_over", False):
            home = handover.clienthome(args.ini)
            code = handover.ask(home, args.command, vars(args), print_now)
            if code is not None:
                return code
        command = import_module(f"kommunalhub.site.commands.{handover.module_of(args.command)}")
        return command.run(args) or DONE
    except KeyboardInterrupt:
        return 130
    except configuration.InUse as error:
        print(f"kommunalhub {args.command}: {error}", file=sys.stderr)
        return IN_USE
    except configuration.Refused as error:
        print(f"kommunalhub {args.command}: {error}", file=sys.stderr)
        return FAILED


def print_now(text):
    print(text, flush=True)
