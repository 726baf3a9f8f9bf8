"""Says which effective values differ between configuration directories.

The first argument is the directory of the oracle; with `jails` as the second, filters and actions are left out. Standard input is
a JSON list of pairs [BEFORE, AFTER] of directories.
Standard output is a list with one entry for each: {"before": ERROR, "after": ERROR} where the jails can't be read, else
{"values": [[FAMILY, SECTION, OPTION, BEFORE, AFTER], ...]}, each value a text, the class of an error, or null where it isn't set.
A filter or action that fail2ban can't read before is left out."""""
import functools
import json
import multiprocessing
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import effective

lib = effective.Lib()


if 'jails' in sys.argv:
    effective.stems = lambda base, sub: []


@functools.lru_cache(maxsize=8)
def files_below(directory):
    """The files themselves: one that is linked to that of another tree is the same."""
    found = []
    for place, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(place, name)
            status = os.stat(path) if os.path.exists(path) else os.lstat(path)
            found.append((os.path.relpath(path, directory), status.st_dev, status.st_ino))
    return frozenset(found)


resolve_file, resolved_files = effective.resolved_file, {}


def resolved_file(lib, base, name):
    """As that of the oracle. Many trees have the filters or actions of another one, which need to be read only once."""
    kind = os.path.dirname(name)
    if not kind:
        return resolve_file(lib, base, name)
    key = name, files_below(os.path.join(base, kind))
    if key not in resolved_files:
        answer = effective.clean(resolve_file(lib, base, name), base)
        # what comes from elsewhere in the tree may differ
        if not all(path.startswith('%s/%s/' % (effective.CONF, kind)) for path in answer.get('files', [''])):
            return answer
        resolved_files[key] = answer
    return resolved_files[key]


effective.resolved_file = resolved_file


@functools.lru_cache(maxsize=8)
def values_of(base):
    """Values by family, section and option; the error where the jails can't be read."""
    answer = effective.clean(effective.resolved(lib, base), base)
    if 'error' in answer:
        return None, answer['error']['error']
    found = {}
    for option, value in answer['DEFAULT'].items():
        found['jail', 'DEFAULT', option] = value
    for jail, options in answer['jails'].items():
        for option, value in options.items():
            found['jail', jail, option] = value
    for kind in 'filter', 'action':
        for name, definition in answer[kind + 's'].items():
            add_sections(found, '%s.d/%s' % (kind, name), definition)
    daemon = effective.clean(effective.resolved_file(lib, base, 'fail2ban'), base)
    add_sections(found, 'fail2ban', daemon)
    return found, None


def add_sections(found, family, definition):
    if 'error' in definition:
        found[family, '', ''] = definition
    sections = dict(definition.get('sections', {}), DEFAULT=definition.get('DEFAULT', {}))
    for section, options in sections.items():
        for option, value in options.items():
            found[family, section, option] = value


def text(value):
    return value['error'] if isinstance(value, dict) else value


def differences(pair):
    (before, before_error), (after, after_error) = (values_of(base) for base in pair)
    if before is None or after is None:
        return {'before': before_error, 'after': after_error}
    unread = {family for family, section, _ in before if section == ''}
    names = sorted(name for name in set(before) | set(after) if name[0] not in unread)
    changed = [[*name, text(before.get(name)), text(after.get(name))] for name in names]
    return {'values': [each for each in changed if each[3] != each[4]]}


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        json.dump(pool.map(differences, json.load(sys.stdin), 8), sys.stdout)
