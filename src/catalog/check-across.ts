import type { Arc } from "./arc.ts";
import { linkFindings } from "./check-links.ts";
import type { GameEvents } from "./events.ts";
import { fold } from "./fold.ts";
import type { Mission } from "./mission.ts";
import type { Finding } from "./problem.ts";
import { isReference, type Sentences } from "./sentences.ts";
import type { TaskForce } from "./task-force.ts";

export interface CheckedRecords {
  readonly missions: ReadonlyMap<string, Mission>;
  readonly taskForces: ReadonlyMap<string, TaskForce>;
  readonly arcs: readonly Arc[];
  readonly events: GameEvents | undefined;
  readonly sentences: Sentences;
  /** Every file as it was parsed, whether its shape is sound or not. */
  readonly parsed: ReadonlyMap<string, unknown>;
  /** False while a record is missing here because its shape is wrong: what refers to it is not reported as well. */
  readonly isWhole: boolean;
}

/** What only shows when all records are seen together. */
export function crossCheck(records: CheckedRecords): Finding[] {
  return [
    ...slugFindings(records),
    ...aliasFindings(records),
    ...sharedSentenceFindings(records),
    ...(records.isWhole ? linkFindings(records) : []),
  ];
}

function slugFindings({ missions, taskForces, arcs }: CheckedRecords): Finding[] {
  const owners = new Map<string, string>();
  const known = new Set<string>();
  const twice = [...missions, ...taskForces].flatMap(([file, { slug }]) => {
    const owner = owners.get(slug);
    owners.set(slug, owner ?? file);
    return owner
      ? [finding(file, ["slug"], `"${slug}" is the slug of ${owner} too.`, "Choose another slug.")]
      : [];
  });
  const misplaced = [...taskForces].flatMap(([file, { slug }]) =>
    file === `task-forces/${slug}.json`
      ? []
      : [
          finding(
            file,
            ["slug"],
            "The file is not named after the slug.",
            `Move it to task-forces/${slug}.json.`,
          ),
        ],
  );
  const arcTwice = arcs.flatMap(({ slug }, index) => {
    const again = known.has(slug);
    known.add(slug);
    return again
      ? [
          finding(
            "arcs.json",
            ["arcs", index, "slug"],
            `"${slug}" stands here twice.`,
            "Choose another slug.",
          ),
        ]
      : [];
  });
  return [...twice, ...misplaced, ...arcTwice];
}

function aliasFindings({ missions, taskForces }: CheckedRecords): Finding[] {
  const owners = new Map<string, string>();
  return [...missions, ...taskForces].flatMap(([file, record]) => {
    const remembered = "rememberedAliases" in record ? (record.rememberedAliases ?? []) : [];
    return [...(record.aliases ?? []), ...remembered].flatMap((alias) => {
      const owner = owners.get(fold(alias));
      owners.set(fold(alias), file);
      const problem = `"${alias}" is an alias in ${owner} too.`;
      return owner ? [finding(file, ["aliases"], problem, "Leave it to the record people mean by it.")] : [];
    });
  });
}

function sharedSentenceFindings({ sentences, parsed }: CheckedRecords): Finding[] {
  const uses = new Map<string, Set<string>>();
  const written = new Map<string, string>();
  const keys = new Map(Object.entries(sentences).map(([key, sentence]) => [sentence, key]));
  const findings: Finding[] = [];

  for (const [file, value] of parsed) if (file.includes("/")) visit(file, value, []);
  for (const key of Object.keys(sentences)) {
    const files = uses.get(key)?.size ?? 0;
    if (files >= 2) continue;
    const problem = files === 0 ? "No record uses the sentence." : "Only one record uses the sentence.";
    findings.push(
      finding(
        "sentences.json",
        ["sentences", key],
        problem,
        "Write it out in the record, and take it out here.",
      ),
    );
  }
  return findings;

  function visit(file: string, value: unknown, at: readonly PropertyKey[]): void {
    if (typeof value === "string") sentence(file, value, at);
    if (typeof value !== "object" || value === null) return;
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [key, item] of entries) if (!LABELS.has(String(key))) visit(file, item, [...at, key]);
  }

  function sentence(file: string, text: string, at: readonly PropertyKey[]): void {
    if (isReference(text)) {
      const key = text.slice(1);
      uses.set(key, (uses.get(key) ?? new Set()).add(file));
      return;
    }
    if (text.length < SENTENCE_LENGTH || !text.includes(" ")) return;
    const key = keys.get(text);
    const first = written.get(text) ?? file;
    written.set(text, first);
    if (key !== undefined)
      findings.push(finding(file, at, "sentences.json has this sentence.", `Write "@${key}".`));
    else if (first !== file) {
      const remedy =
        "Keep it in sentences.json once and write its @key in both, or say here what is true of this one only.";
      findings.push(finding(file, at, `${first} says the same sentence.`, remedy));
    }
  }
}

/** Fields that hold names and labels of the game, which may well be the same in several records. */
const LABELS = new Set([
  ...[
    "$schema",
    "slug",
    "title",
    "aliases",
    "objectives",
    "objective",
    "enemies",
    "locations",
    "sources",
    "source",
  ],
  ...[
    "cameWith",
    "season",
    "giver",
    "speaker",
    "name",
    "rewardBox",
    "characters",
    "places",
    "species",
    "ships",
  ],
  ...["organisations", "technology", "system", "marks", "cast"],
]);
const SENTENCE_LENGTH = 25;

function finding(file: string, at: readonly PropertyKey[], problem: string, remedy: string): Finding {
  return { file, at, problem, remedy };
}
