import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { readRecordFiles } from "../../src/catalog/record-files.ts";
import { jsonSchemas } from "../tools/data-schema-texts.ts";

const data = resolve(import.meta.dirname, "../../data");

test("the JSON Schemas are those of the code (else run npm run data:schemas)", () => {
  expect(readdirSync(join(data, "schema")).sort()).toEqual([...jsonSchemas().keys()].sort());
  for (const [name, text] of jsonSchemas())
    expect(readFileSync(join(data, "schema", name), "utf8")).toBe(text);
});

test("every record keeps to the JSON Schema it names", () => {
  const ajv = new Ajv2020({ allErrors: true, validateFormats: false });
  const validators = new Map<string, ReturnType<typeof ajv.compile>>();
  for (const { file, text } of readRecordFiles(data)) {
    const record = JSON.parse(text) as { readonly $schema: string };
    const schema = join(dirname(join(data, file)), record.$schema);
    const validate = validators.get(schema) ?? ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
    validators.set(schema, validate);
    expect(validate(record), `${file}: ${ajv.errorsText(validate.errors)}`).toBe(true);
  }
});

test("an editor explains every field of every record, in whole sentences and with its limits", () => {
  const told = [...jsonSchemas()].flatMap(([file, text]) => fieldsIn(JSON.parse(text), file));
  expect(told.length).toBeGreaterThan(250);
  expect(told.filter(({ description }) => !/^\S.*\.$/.test(description ?? "")).map(({ at }) => at)).toEqual(
    [],
  );
  expect(told.filter(({ description }) => /(At most .*)\1/.test(description ?? ""))).toEqual([]);
  expect(told.find(({ at }) => at === "mission.schema.json levels from")?.description).toBe(
    "The lowest level a captain may have. From 0 to 65.",
  );
  expect(told.find(({ at }) => at === "task-force.schema.json phases seconds")?.description).toContain(
    "in seconds",
  );
});

interface Field {
  readonly at: string;
  readonly description: string | undefined;
}

/** Every named field below a place in a JSON Schema. */
function fieldsIn(node: unknown, at: string): readonly Field[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, below]) =>
    key === "properties"
      ? Object.entries(below as Readonly<Record<string, { readonly description?: string }>>).flatMap(
          ([name, field]) => [
            { at: `${at} ${name}`, description: field.description },
            ...fieldsIn(field, `${at} ${name}`),
          ],
        )
      : fieldsIn(below, at),
  );
}
