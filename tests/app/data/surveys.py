#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Makes up respondents of three questionnaires, and works out what a summary of them must say:
surveys.py. The respondents are kept beside it as surveys-ID.csv, the figures as surveys.json.

It knows the questionnaires from their files and nothing of the program: people are kept as
dictionaries, and every figure is counted anew from them."""

import csv
import json
import math
import random
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
QUESTIONNAIRES = HERE / "../../../data/questionnaires"


def holds(condition, person):
    answer = person.get(condition["item"])
    if answer in (None, ""):
        return False
    op = condition["op"]
    if op == "any_of":
        return bool(set(answer.split(";")) & set(condition["values"]))
    if op == "in":
        return answer in condition["values"]
    if op == "<=":
        return answer.isdigit() and int(answer) <= condition["value"]
    return answer == str(condition["value"])


def is_asked(item, person):
    if person["wave"] not in item["waves"]:
        return False
    route = item["base"]["route"]
    return route is None or all(holds(c, person) for c in route.get("all", [route]))


def answer(item, person, chance):
    if chance.random() < 0.06:
        return ""
    codes = [option["code"] for option in item["options"]]
    if item["type"] == "grade":
        low = 1 + person["wave"]
        return str(max(low, min(10, round(chance.gauss(7.2, 1.9)))))
    if item["type"] == "number":
        return chance.choice(["0", "120", "8", "16", "24", "32", "36", "36", "40", "45", *codes])
    if item["type"] == "open":
        return "Prima, dank u" if chance.random() < 0.2 else ""
    if item["type"] != "multiple":
        weights = [2 + (index + person["wave"]) % 3 for index in range(len(codes))]
        return chance.choices(codes, weights)[0]
    alone = [o["code"] for o in item["options"] if o.get("exclusive") or o.get("missing")]
    if alone and chance.random() < 0.15:
        return chance.choice(alone)
    others = [code for code in codes if code not in alone]
    chosen = chance.sample(others, chance.randint(1, min(3, len(others))))
    return ";".join(code for code in codes if code in chosen)


def make_people(questionnaire, n, seed):
    chance = random.Random(seed)
    people = []
    for number in range(n):
        for wave in [w["number"] for w in questionnaire["waves"]]:
            if wave > 0 and chance.random() < 0.3:
                continue
            person = {"respondent_id": f"R{number}-{wave}", "year": questionnaire["year"],
                      "month_sent": 1 + number % 6, "wave": wave, "client": f"P{number}"}
            for item in questionnaire["items"]:
                person[item["id"]] = answer(item, person, chance) if is_asked(item, person) else ""
            people.append(person)
    return people


def in_groups(derived, person, people):
    """The groups of a person, of whom another wave may have asked what they are made of."""
    rows = [p for p in people if p["client"] == person["client"]]
    if "count_of" in derived:
        for row in rows:
            if all(row[c["item"]] != "" for c in derived["count_of"]):
                return {str(sum(holds(c, row) for c in derived["count_of"]))}
        return set()
    for row in rows:
        chosen = set(filter(None, row[derived["from"]].split(";")))
        if chosen:
            return {g["code"] for g in derived["groups"] if chosen & set(g["options"])}
    return set()


def count(item, people):
    """What one item says of these people, all of one wave."""
    asked = [p for p in people if is_asked(item, p)]
    answers = [p[item["id"]] for p in asked if p[item["id"]] != ""]
    missing = {o["code"] for o in item["options"] if o.get("missing")}
    na = sum(a in missing for a in answers)
    inside = item.get("missing_in_denominator", True)
    figures = {"base": len(asked), "n": len(answers)}
    if item["type"] == "grade":
        values = [int(a) for a in answers]
        figures["mean"] = sum(values) / len(values)
        figures["histogram"] = [values.count(k) for k in range(1, 11)]
        return figures
    if item["type"] == "number":
        low, high = item["number"]["valid_min"], item["number"]["valid_max"]
        values = [int(a) for a in answers if a.isdigit() and low <= int(a) <= high]
        denominator = len(values) + (na if inside else 0)
        return {"base": len(asked), "n": len(values), "na": na,
                "outside": len(answers) - na - len(values),
                "mean": sum(values) / len(values), "median": median(values),
                "bands": [{"code": b["code"],
                           "count": (c := sum(b["min"] <= v <= b["max"] for v in values)),
                           "share": c / denominator} for b in item["bands"]]}
    denominator = len(answers) if inside else len(answers) - na
    figures["options"] = [
        {"code": o["code"], "count": (c := sum(o["code"] in a.split(";") for a in answers)),
         "share": c / denominator}
        for o in item["options"] if inside or not o.get("missing")]
    if item["type"] == "likert":
        value = {o["code"]: o["value"] for o in item["options"] if "value" in o}
        values = [value[a] for a in answers if a in value]
        top = sum(a in item["top"]["codes"] for a in answers)
        figures |= {"na": na, "mean": sum(values) / len(values),
                    "top": {"count": top, "share": top / denominator}}
    return figures


def how_many(item, people):
    answers = [p[item["id"]] for p in people if p[item["id"]] != ""]
    if item["type"] != "number":
        return len(answers)
    low, high = item["number"]["valid_min"], item["number"]["valid_max"]
    return sum(a.isdigit() and low <= int(a) <= high for a in answers)


def by_groups(item, derived, people, everybody):
    groups = []
    for code in [g["code"] for g in derived.get("groups", [])] or \
            [str(k) for k in range(len(derived["count_of"]) + 1)]:
        members = [p for p in people if code in in_groups(derived, p, everybody)]
        # What is hidden is another test's: here only who is in which group.
        if how_many(item, members) < 10:
            continue
        figures = count(item, members)
        del figures["base"]
        for only_of_all in ("histogram", "outside"):
            figures.pop(only_of_all, None)
        groups.append({"by": derived["id"], "value": code, **figures})
    return groups


def signed_rank(before, after):
    differences = [b - a for b, a in zip(before, after) if b != a]
    n = len(differences)
    sizes = sorted(abs(d) for d in differences)
    rank = {s: (sizes.index(s) + 1 + sizes.index(s) + sizes.count(s)) / 2 for s in set(sizes)}
    v = sum(rank[abs(d)] for d in differences if d > 0)
    variance = n * (n + 1) * (2 * n + 1) / 24 - sum(
        sizes.count(s) ** 3 - sizes.count(s) for s in set(sizes)) / 48
    return v, math.erfc(abs(v - n * (n + 1) / 4) / math.sqrt(2 * variance))


def pair(item, waves, people):
    scale = {o["code"]: o["value"] for o in item["options"] if "value" in o}
    said = [{p["client"]: scale.get(p[item["id"]]) if scale else int(p[item["id"]])
             for p in people if p["wave"] == wave and p[item["id"]] != ""} for wave in waves]
    both = [(said[0][c], said[1][c]) for c in said[0]
            if c in said[1] and None not in (said[0][c], said[1][c])]
    before, after = [b for b, _ in both], [a for _, a in both]
    v, p = signed_rank(before, after)
    higher = sum(after) > sum(before)
    word = "none" if p >= 0.05 or item["polarity"] == "0" else \
        "better" if higher == (item["polarity"] == "+") else "worse"
    return {"from": waves[0], "to": waves[1], "n": len(both),
            "n_zero": sum(b == a for b, a in both), "mean_before": sum(before) / len(both),
            "mean_after": sum(after) / len(both), "v": v, "p": p, "exact": False, "change": word}


def expect(questionnaire, people, derived):
    questions = []
    several = len(questionnaire["waves"]) > 1
    for item in questionnaire["items"]:
        if item["type"] == "open":
            continue
        question = {"id": item["id"], "kind": item["type"]}
        waves = []
        for wave in item["waves"]:
            of_wave = [p for p in people if p["wave"] == wave]
            if how_many(item, of_wave) < 5:
                waves.append({"wave": wave, "hidden": True} if several else {"hidden": True})
                continue
            figures = {"hidden": False, **count(item, of_wave)}
            figures["groups"] = by_groups(item, derived, of_wave, people)
            waves.append({"wave": wave, **figures} if several else figures)
        question |= {"waves": waves} if several else waves[0]
        if several and item["type"] in ("grade", "likert") and len(item["waves"]) > 1:
            question["paired"] = [pair(item, w, people)
                                  for w in questionnaire["summary"]["paired"]["compare"]
                                  if set(w) <= set(item["waves"])]
        questions.append(question)
    return questions


def main():
    expected = []
    for identifier, by, n in (("nl-leert-door-2020", "work_situation_column", 150),
                              ("stap-opo-2025", "hours_group", 140),
                              ("ontwikkeladvies-45plus", "vulnerability", 130)):
        questionnaire = json.loads((QUESTIONNAIRES / f"{identifier}.json").read_text())
        derived = next(d for d in questionnaire["derived"] if d["id"] == by)
        people = make_people(questionnaire, n, identifier)
        with open(HERE / f"surveys-{identifier}.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, people[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(people)
        expected.append({"questionnaire": identifier, "by": by, "responses": len(people),
                         "questions": expect(questionnaire, people, derived)})
    (HERE / "surveys.json").write_text(json.dumps(expected, indent=1) + "\n")


main()
