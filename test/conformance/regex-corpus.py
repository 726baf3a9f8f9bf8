"""Prints the regular expressions of configuration trees as fail2ban's client sends them to the server.

    regex-corpus.py ORACLE BASE TREE...

Each TREE that holds a jail.conf is read as it is, any other is laid over BASE; every jail counts as enabled, and every
filter is read once more without a jail. ORACLE is the directory of effective.py. Output: a JSON list of distinct
{"text", "kind", "useDns", "maxlines", "prefregex"}.
"""
import json
import os
import sys
import tempfile

oracle, base, trees = sys.argv[1], sys.argv[2], sys.argv[3:]
sys.path.insert(0, oracle)
import daemon                                                  # noqa: E402
import effective                                               # noqa: E402

KINDS = {'addfailregex': 'failregex', 'addignoreregex': 'ignoreregex', 'prefregex': 'prefregex'}


def cases(stream):
    settings = {'usedns': 'warn', 'maxlines': 1, 'prefregex': ''}
    for command in stream:
        settings.update({command[2]: command[3]} if len(command) == 4 and command[2] in settings else {})
    for command in stream:
        kind = KINDS.get(command[2]) if len(command) == 4 else None
        for text in () if kind is None else command[3] if command[0] == 'multi-set' else [command[3]]:
            yield text, kind, str(settings['usedns']), int(settings['maxlines'] or 1), settings['prefregex']


def filter_stream(lib, tree, name):
    reader = lib.jail.FilterReader(name, 'jail', {}, basedir=tree)
    if not reader.read():
        return []
    reader.getOptions(None)
    return reader.convert()


def streams(lib, tree):
    for jail in effective.effective(lib, tree, force=True)['jails'].values():
        yield jail['stream']
    for name in effective.stems(tree, 'filter.d'):
        try:
            yield filter_stream(lib, tree, name)
        except Exception as error:                  # a damaged filter of a real tree is no regex
            print('%s: %s: %s' % (tree, name, error), file=sys.stderr)
    lib.log.take()


def tree_cases(lib, tree):
    with tempfile.TemporaryDirectory() as merged:
        alone = os.path.exists(os.path.join(tree, 'jail.conf'))
        place = tree if alone else daemon.overlay(base, tree, merged)
        return [case for stream in streams(lib, place) for case in cases(stream)]


def main():
    lib = effective.Lib()
    lib.set_logs('assume')
    found = {}
    for tree, answer in daemon.fork_map(lambda tree: tree_cases(lib, tree), trees, seconds=120):
        if isinstance(answer, dict):
            sys.exit('%s: %s' % (tree, answer))
        found.update(dict.fromkeys(tuple(case) for case in answer))
    names = ('text', 'kind', 'useDns', 'maxlines', 'prefregex')
    json.dump([dict(zip(names, case)) for case in found], sys.stdout)


main()
