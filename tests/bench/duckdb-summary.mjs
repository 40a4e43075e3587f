// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Loketten authors
//
// The peer of our summary: what DuckDB takes for nine questions by eight groupings of a file of
// responses, in two ways. duckdb-summary.mjs PACKAGE_FOLDER RESPONSES.csv RUNS prints the times of
// each run in ms, as JSON.

import { createRequire } from "node:module";

const [folder, file, runs] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${folder}/`)("@duckdb/node-api");

const grades = ["overall", "website", "reachability", "opening_hours", "response_time", "clarity",
                "knowledge", "tests", "advice"];
const groups = ["gender", "age_group", "education", "situation", "sessions", "test_taken", "loket",
                "counsellor"];

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();

// Columns as narrow as DuckDB has them: grades of a byte, codes as members of an enumeration.
async function load() {
  const text = file.replaceAll("'", "''");
  const columns = grades.map((name) => `"${name}"::TINYINT AS "${name}"`);

  await connection.run(`CREATE TABLE raw AS SELECT * FROM read_csv('${text}', all_varchar = true)`);
  for (const name of groups) {
    await connection.run(`CREATE TYPE "${name}_code" AS ENUM (SELECT DISTINCT "${name}" FROM raw
                          WHERE "${name}" IS NOT NULL)`);
    columns.push(`"${name}"::"${name}_code" AS "${name}"`);
  }
  await connection.run(`CREATE TABLE response AS SELECT ${columns.join(", ")} FROM raw`);
  await connection.run("DROP TABLE raw");
}

// What a summary says of a group: base, n, mean, spread, and the three bands.
const figures = grades.flatMap((name) => [
  `count("${name}")`, `avg("${name}")`, `stddev_samp("${name}")`,
  `count(*) FILTER ("${name}" >= 8)`, `count(*) FILTER ("${name}" BETWEEN 6 AND 7)`,
  `count(*) FILTER ("${name}" <= 5)`,
]);

async function ask(query) {
  const result = await connection.runAndReadAll(query);

  if (result.getRows().length < 2)
    throw new Error(`no groups: ${query}`);
}

async function askForFigures() {
  for (const group of groups)
    await ask(`SELECT "${group}", count(*), ${figures.join(", ")} FROM response GROUP BY 1`);
}

// As our own tally does: the figures would still have to be derived from the counts.
async function askForHistograms() {
  for (const group of groups) {
    for (const name of grades)
      await ask(`SELECT "${group}", "${name}", count(*) FROM response GROUP BY 1, 2`);
  }
}

// Of one group only, as on the page when it is chosen.
async function askForGroup() {
  const rows = await connection.runAndReadAll(
    `SELECT count(*), ${figures.join(", ")} FROM response WHERE age_group = '27_50'`);

  if (Number(rows.getRows()[0][0]) === 0)
    throw new Error("nobody is in that group");
}

async function measure(work) {
  const start = performance.now();

  await work();
  return performance.now() - start;
}

await load();
const times = { figures: [], histograms: [], filtered: [] };
for (let run = 0; run < Number(runs); run++) {
  times.figures.push(await measure(askForFigures));
  times.histograms.push(await measure(askForHistograms));
  times.filtered.push(await measure(askForGroup));
}
console.log(JSON.stringify(times));
