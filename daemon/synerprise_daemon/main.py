"""`synerprise`: the command line. Its own commands, and those that other rooms bring."""

import sys

from synerprise_daemon.errors import SynerpriseError

GROUP = "synerprise.commands"
"""Entry points of commands: functions from arguments to an exit code."""
BROUGHT = {
    "lsp": "speak the Language Server Protocol on standard input and output",
    "corpus": "look after the catalogue: check, show, ask, build",
    "train": "train the model from scratch, or go on where a run was stopped",
}
INTERRUPTED = 130  # what shells say of a program that Ctrl-C ended


def main(arguments: list[str] | None = None) -> int:
    """Run a command; what goes wrong is said in Bangla and English, and ends with 1."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        if arguments[:1] and arguments[0] in BROUGHT:
            return _run_brought(arguments[0], arguments[1:])
        return _run_own(arguments)
    except SynerpriseError as error:
        print(f"{error.bangla} | {error.english}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # `synerprise generate … | head`
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _run_brought(name: str, arguments: list[str]) -> int:
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP, name=name):
        return int(point.load()(arguments))
    print(f"{name} is not installed", file=sys.stderr)
    return 1


def _run_own(arguments: list[str]) -> int:
    import argparse
    from importlib.metadata import version

    from synerprise_daemon import (
        doctor_command,
        evaluate_command,
        generate_command,
        serve_command,
    )
    from synerprise_daemon.settings import read_settings

    parser = argparse.ArgumentParser(prog="synerprise", description=__doc__)
    parser.add_argument("--version", action="version", version=version("synerprise"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    generate_command.add_parser(commands)
    serve_command.add_parsers(commands)
    doctor_command.add_parser(commands)
    evaluate_command.add_parser(commands)
    for name, duty in BROUGHT.items():
        commands.add_parser(name, help=duty, add_help=False)
    options = parser.parse_args(arguments)
    return int(options.run(options, read_settings()))


if __name__ == "__main__":
    sys.exit(main())
