#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts passed and failed test cases in the JUnit file that `meson test` writes."""

import sys
import xml.etree.ElementTree as ElementTree

passed = failed = 0
for suite in ElementTree.parse(sys.argv[1]).getroot():
    cases = suite.findall("testcase")
    bad = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    # A program that died may have said "ok" to each case that it reached.
    bad = max(bad, int(suite.get("failures", 0)) + int(suite.get("errors", 0)))
    failed += bad
    passed += max(0, len(cases) - bad - skipped)
print(passed, failed)
