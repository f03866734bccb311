import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readRecordFiles } from "../../src/catalog/record-files.ts";

const data = resolve(import.meta.dirname, "../../data");

test("SOURCES.md lists every site that a record names", () => {
  const listed = readFileSync(join(data, "SOURCES.md"), "utf8");
  const named = readRecordFiles(data).flatMap(({ text }) =>
    [...text.matchAll(/"url": "([^"]+)"/g)].map(([, url]) =>
      new URL(String(url)).hostname.replace(/^www\./, ""),
    ),
  );
  const missing = [...new Set(named)].filter((site) => !listed.includes(`- ${site}\n`));
  expect(missing).toEqual([]);
});
