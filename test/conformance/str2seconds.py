"""Answers what fail2ban and Python make of texts: a JSON object {"times": [...], "integers": [...]} on standard input,
the same with answers on standard output. Evaluates what it is given: feed it from our own generators only."""
import json
import resource
import sys
import warnings

sys.path.insert(0, '/usr/lib/python3/dist-packages')
from fail2ban.server.mytime import MyTime

resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
warnings.simplefilter('ignore')


def answer(function, text):
    try:
        value = function(text)
    except BaseException as error:  # SystemExit too: the texts are Python
        return {'error': type(error).__name__}
    kind = type(value).__name__
    if kind == 'int':
        return {'type': kind, 'value': hex(value)}
    if kind == 'float':
        return {'type': kind, 'value': repr(value)}
    return {'type': kind}


asked = json.load(sys.stdin)
json.dump(
    {
        'times': [answer(MyTime.str2seconds, text) for text in asked.get('times', [])],
        'integers': [answer(int, text) for text in asked.get('integers', [])],
    },
    sys.stdout,
)
