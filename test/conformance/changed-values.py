"""Changes one file of a tree after another and answers what fail2ban reads then.

The first argument is the directory of the oracle. Standard input is a JSON list of
{root, family, section, option, file, start, end, text}: in `file`, the bytes from `start` to `end` become `text`.
Standard output is the list of the values, each a text or {"error": CLASS, "message": TEXT}."""
import json
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import effective

lib = effective.Lib()


def value(case):
    try:
        config, _ = effective.load(lib, case['root'], case['family'])
        if case['family'] == 'jail':
            config.get_defaults().update({'fail2ban_version': lib.version, 'fail2ban_confpath': case['root']})
        return config.get(case['section'], case['option'])
    except Exception as error:
        return effective.error(error)


def changed_value(case):
    with open(case['file'], 'rb') as file:
        before = file.read()
    try:
        with open(case['file'], 'wb') as file:
            file.write(before[:case['start']] + case['text'].encode() + before[case['end']:])
        return value(case)
    finally:
        with open(case['file'], 'wb') as file:
            file.write(before)


json.dump([changed_value(case) for case in json.load(sys.stdin)], sys.stdout)
