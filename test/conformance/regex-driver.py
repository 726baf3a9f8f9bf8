"""Judges regular expressions by Python's `re` and by fail2ban's own classes.

Reads {"plain": [TEXT...], "fail2ban": [{"text", "kind", "useDns", "maxlines", "prefregex"}...]} from stdin and writes
the same keys with one verdict each: null if taken, else {"error": CLASS, "at": OFFSET or null}. OFFSET is in UTF-16
units; for fail2ban it is in the text as written, an error inside of a replaced tag at the start of that tag.
"""
import json
import re
import sys
import warnings

warnings.simplefilter('ignore')
RE_ERROR = re.error


def units(text):
    return len(text.encode('utf-16-le', 'surrogatepass')) // 2


def compile_plain(text):
    try:
        re.compile(text)
        return None
    except Exception as error:
        at = getattr(error, 'pos', None)
        return {'error': type(error).__name__, 'at': None if at is None else units(text[:at])}
    finally:
        re.purge()


def before_flags(failregex, text, at):
    """Where offset AT of the text with local flags stands in TEXT, which had `((?i)`."""
    rewrites = getattr(failregex, 'R_GLOB2LOCFLAGS', ())
    shift = 0
    for match in rewrites[0].finditer(text) if rewrites else ():
        opening = match.start(1) - match.start()
        if at < match.start() - shift:
            break
        shift += opening
    return at + shift


def before_tags(failregex, text, use_dns, at):
    """Where offset AT of the text with tags replaced stands in TEXT."""
    def expanded(end):
        return len(failregex.Regex._resolveHostTag(text[:end], useDns=use_dns))
    for match in failregex.FTAG_CRE.finditer(text):
        start, end = expanded(match.start()), expanded(match.end())
        if at < start:
            return match.start() - (start - at)
        replaced = failregex.Regex._resolveHostTag(text[:match.end()], useDns=use_dns)[start:] != match.group()
        if at < end:
            return match.start() if replaced else match.start() + at - start
    return len(text) - (expanded(len(text)) - at)


def place(failregex, text, use_dns, error):
    at = getattr(error, 'pos', None)
    if at is None:
        return None
    tags = failregex.Regex._resolveHostTag(text, useDns=use_dns)
    return units(text[:before_tags(failregex, text, use_dns, before_flags(failregex, tags, at))])


def compile_fail2ban(failregex, case):
    text, kind, use_dns = case['text'], case['kind'], case['useDns']
    try:
        if kind == 'failregex':
            prefregex = failregex.Regex(case['prefregex'], useDns=use_dns) if case['prefregex'] else None
            failregex.FailRegex(text, prefRegex=prefregex, multiline=case['maxlines'] > 1, useDns=use_dns)
        elif kind == 'ignoreregex' or text:
            failregex.Regex(text, useDns=use_dns)
        return None
    except Exception as error:
        cause = error.__context__ if isinstance(error.__context__, RE_ERROR) else error
        return {'error': type(cause).__name__, 'at': place(failregex, text, use_dns, cause)}
    finally:
        re.purge()


def main():
    asked = json.load(sys.stdin)
    answer = {'plain': [compile_plain(text) for text in asked['plain']]}
    if asked.get('fail2ban'):
        from fail2ban.server import failregex
        answer['fail2ban'] = [compile_fail2ban(failregex, case) for case in asked['fail2ban']]
    json.dump(answer, sys.stdout)


main()
