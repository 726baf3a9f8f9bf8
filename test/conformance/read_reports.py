"""Reads reports as their consumers do: prints, as JSON, how many findings are in each file named on the command line."""
import json
import sys
import xml.etree.ElementTree as ElementTree

from junitparser import JUnitXml


def junit(path):
    suites = JUnitXml.fromfile(path)
    cases = [case for suite in suites for case in suite]
    answers = [answer for case in cases for answer in case.result]
    assert suites.tests == len(cases), (suites.tests, len(cases))
    assert suites.failures == len(answers), (suites.failures, len(answers))
    return {"failures": len(answers), "outputs": sum(1 for case in cases if case.system_out)}


def checkstyle(path):
    root = ElementTree.parse(path).getroot()
    assert root.tag == "checkstyle"
    errors = [error for file in root for error in file]
    assert all(int(error.get("line")) > 0 for error in errors)
    return {severity: sum(1 for error in errors if error.get("severity") == severity)
            for severity in ("error", "warning", "info")}


print(json.dumps({"junit": junit(sys.argv[1]), "checkstyle": checkstyle(sys.argv[2])}))
