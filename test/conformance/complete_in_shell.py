"""Types command lines into a real shell and says what its completion offers, or what the line has become.

Reads {"shell": [argv], "environment": {...}, "directory": DIR, "setup": [lines, the first of which makes the prompt], "key": KEY, "cases": [line, ...], "log": FILE} from
standard input. KEY is typed after each line, then the line is run if "run" is true, else it is thrown away. Prints what came into the
log file after each, as a list of lists of lines.
"""

import json
import os
import pty
import select
import sys
import time

READY = b"<ready>"


class Shell:
    def __init__(self, argv, environment, directory):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(directory)
            os.execvpe(argv[0], argv, environment)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait(self, is_done):
        """Reads what the shell prints until that is enough."""
        seen = b""
        end = time.monotonic() + 10
        while not is_done(seen):
            if time.monotonic() > end:
                raise TimeoutError(seen.decode(errors="replace"))
            if select.select([self.terminal], [], [], 0.02)[0]:
                seen += os.read(self.terminal, 65536)
        return seen

    def settle(self, log):
        """Waits for the end of what was asked for, then for the prompt."""
        self.wait(lambda seen: ends(log) and READY in seen)


def main():
    asked = json.load(sys.stdin)
    log = asked["log"]
    shell = Shell(asked["shell"], asked["environment"], asked["directory"])
    for line in asked["setup"]:
        open(log, "w").close()
        shell.type(f"{line}; echo '<end>' >'{log}'\n")
        shell.settle(log)
    answers = []
    for line in asked["cases"]:
        open(log, "w").close()
        shell.type(line + asked["key"])
        if asked["run"]:
            shell.type("\n")
        else:
            shell.wait(lambda seen: ends(log))
            shell.type("\x15\n")
        shell.settle(log)
        answers.append([each for each in read(log).split("\n")[:-1] if each != "<end>"])
    shell.type("exit\n")
    json.dump(answers, sys.stdout)


def ends(file):
    return "<end>\n" in read(file)


def read(file):
    with open(file, encoding="utf-8") as text:
        return text.read()


main()
