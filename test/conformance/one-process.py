"""Runs a tool of the oracle that asks f2blint; one process answers all of its command lines.

    one-process.py ORACLE NODE STARTER TOOL ARGUMENT...

The tool and its judgement are as they are; only what it takes for the module `subprocess` is another. Starting Node.js and
compiling f2blint for each of hundreds of trees would take most of the time.
"""
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import types

oracle, node, starter, name, *arguments = sys.argv[1:]
sys.dont_write_bytecode = True
sys.path.insert(0, oracle)
tool = importlib.import_module(name)
place = tempfile.TemporaryDirectory(prefix='one-process-')
address = os.path.join(place.name, 'socket')


def ask(args, directory, seconds):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(seconds)
        connection.connect(address)
        connection.sendall(json.dumps({'args': args, 'directory': directory}).encode())
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile('rb') as answer:
            return json.loads(answer.readline()), answer.read()


def run(command, timeout, cwd='/', text=False, **_):
    """As subprocess.run with both outputs kept."""
    if command[:2] != [node, starter]:
        raise OSError('%s is not what this process answers for' % command[:2])
    try:
        head, output = ask(command[2:], cwd, timeout)
    except socket.timeout:
        # it would answer nobody any more, so the others are refused at once; Popen.kill does nothing in a forked process
        os.kill(server.pid, signal.SIGKILL)
        raise subprocess.TimeoutExpired(command, timeout)
    except ValueError as error:
        raise OSError('no answer: %s' % error)
    errors = head['stderr'] if text else head['stderr'].encode()
    return subprocess.CompletedProcess(command, head['status'], output.decode() if text else output, errors)


def ask_json(cmd, args, base, seconds):
    """As in compare.py, but the directory is replaced in the text: of the five megabytes of a tree that is much faster."""
    if not base.isascii() or json.dumps(base) != '"%s"' % base:
        raise ValueError('%r looks otherwise in JSON' % base)
    answer = tool.ask(cmd, args, base, seconds).replace(base, tool.effective.CONF)
    try:
        found = json.loads(answer)
    except ValueError as error:
        raise tool.Rubbish('no JSON (%s): %.60r' % (error, answer))
    if not isinstance(found, dict):
        raise tool.Rubbish('JSON is no object')
    return found


serve = [node, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'serve-cli.cjs'), starter, address]
with place, subprocess.Popen(serve, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
    if server.stdout.readline() != b'ready\n':
        sys.exit('f2blint does not load')
    tool.subprocess = types.SimpleNamespace(**dict(vars(subprocess), run=run))
    if name == 'compare':
        tool.ask_json = ask_json
    sys.argv = [name, *arguments, '--f2blint', '%s %s' % (node, starter)]
    # each tree has a process of its own, which is over before there is anything to collect
    gc.disable()
    sys.exit(tool.main())
