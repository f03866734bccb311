import type { z } from "zod";
import { type Arc, arcsSchema } from "./arc.ts";
import { crossCheck } from "./check-across.ts";
import { missionProblems } from "./check-mission.ts";
import { eventsSchema, type GameEvents } from "./events.ts";
import { gameSchema } from "./game-facts.ts";
import { lineOf } from "./locate.ts";
import { type Mission, missionSchema } from "./mission.ts";
import { CatalogError, type Finding, type Problem } from "./problem.ts";
import type { RecordFile } from "./record-files.ts";
import { sentencesSchema } from "./schema.ts";
import { isReference, type Sentences, withSentences } from "./sentences.ts";
import { type TaskForce, taskForceSchema } from "./task-force.ts";

/** Throws a CatalogError that names every problem of every record. */
export function checkRecords(files: readonly RecordFile[]): void {
  const problems = problemsIn(files);
  if (problems.length > 0) throw new CatalogError(problems);
}

export function problemsIn(files: readonly RecordFile[]): Problem[] {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const findings: Finding[] = [];
  const parsed = new Map<string, unknown>();
  for (const { file, text } of files) {
    try {
      parsed.set(file, JSON.parse(text));
    } catch (error) {
      findings.push(notJson(file, error));
    }
  }

  const sentences = sentencesOf(parsed.get("sentences.json"));
  const sound = new Map<string, unknown>();
  for (const [file, value] of parsed) {
    const found = [...shapeFindings(file, value), ...referenceFindings(file, value, sentences)];
    if (found.length === 0) sound.set(file, JSON.parse(withSentences(texts.get(file) ?? "", sentences)));
    findings.push(...found);
  }

  const missions = recordsIn<Mission>(sound, "missions/");
  const taskForces = recordsIn<TaskForce>(sound, "task-forces/");
  const arcs = (sound.get("arcs.json") as { readonly arcs: readonly Arc[] } | undefined)?.arcs ?? [];
  for (const [file, mission] of missions) {
    findings.push(
      ...missionProblems(file, mission),
      ...unverifiedFindings(file, mission, missionSchema.shape),
    );
  }
  for (const [file, taskForce] of taskForces) {
    findings.push(...unverifiedFindings(file, taskForce, taskForceSchema.shape));
  }
  const events = sound.get("events.json") as GameEvents | undefined;
  const isWhole = sound.size === files.length;
  findings.push(...crossCheck({ missions, taskForces, arcs, events, sentences, parsed, isWhole }));

  return findings.map(({ at, ...finding }) => ({
    ...finding,
    line: parsed.has(finding.file) ? lineOf(texts.get(finding.file) ?? "", at) : undefined,
    path: at.map(String).join("."),
  }));
}

const KINDS: readonly {
  readonly name: RegExp;
  readonly schema: z.ZodType;
  readonly file: string;
}[] = [
  { name: /^missions\//, schema: missionSchema, file: "../../schema/mission.schema.json" },
  { name: /^task-forces\//, schema: taskForceSchema, file: "../schema/task-force.schema.json" },
  { name: /^arcs\.json$/, schema: arcsSchema, file: "./schema/arcs.schema.json" },
  { name: /^events\.json$/, schema: eventsSchema, file: "./schema/events.schema.json" },
  { name: /^game\.json$/, schema: gameSchema, file: "./schema/game.schema.json" },
  { name: /^sentences\.json$/, schema: sentencesSchema, file: "./schema/sentences.schema.json" },
];

function shapeFindings(file: string, value: unknown): Finding[] {
  const kind = KINDS.find(({ name }) => name.test(file));
  if (!kind) return [];
  const findings = (kind.schema.safeParse(value).error?.issues ?? []).map((issue) => ({
    file,
    at: issue.path,
    problem: `${issue.message.replace(/\.$/, "")}.`,
    remedy: remedyFor(issue),
  }));
  const named = (value as { readonly $schema?: unknown } | null)?.$schema;
  if (named !== undefined && named !== kind.file) {
    const problem = `"${String(named)}" is not the schema of this kind of record.`;
    findings.push({ file, at: ["$schema"], problem, remedy: `Write "${kind.file}".` });
  }
  return findings;
}

function remedyFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "Remove it, or spell it as the schema does.";
  if (issue.code === "too_big") return "Shorten it.";
  if (issue.code === "too_small") return "Write at least one, or leave the field out.";
  if (issue.code === "invalid_type" && issue.message.endsWith("undefined")) return "Add the field.";
  return "See the schema that the record names in $schema.";
}

/** What is marked unverified is a field: `giver`, or `cast.characters`. */
function unverifiedFindings(
  file: string,
  { unverified = [] }: { readonly unverified?: readonly string[] | undefined },
  shape: object,
): Finding[] {
  return unverified.flatMap((field, index) =>
    Object.hasOwn(shape, field.replace(/\..*$/, ""))
      ? []
      : [
          {
            file,
            at: ["unverified", index],
            problem: `"${field}" is no field of a record.`,
            remedy: "Write the field's name, and say the rest in notes.",
          },
        ],
  );
}

function referenceFindings(
  file: string,
  value: unknown,
  sentences: Sentences,
  at: readonly PropertyKey[] = [],
): Finding[] {
  if (typeof value === "string") {
    if (!isReference(value) || Object.hasOwn(sentences, value.slice(1))) return [];
    const problem = `${value} is no sentence of sentences.json.`;
    return [{ file, at, problem, remedy: "Add the sentence there, or write it out here." }];
  }
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, item]) => referenceFindings(file, item, sentences, [...at, key]));
}

function notJson(file: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    at: [],
    problem: `This is not JSON: ${reason}.`,
    remedy: "Mend the syntax; an editor shows where.",
  };
}

function sentencesOf(value: unknown): Sentences {
  return sentencesSchema.safeParse(value).data?.sentences ?? {};
}

function recordsIn<T>(sound: ReadonlyMap<string, unknown>, folder: string): ReadonlyMap<string, T> {
  return new Map([...sound].filter(([file]) => file.startsWith(folder)) as [string, T][]);
}
