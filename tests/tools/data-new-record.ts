/** Lower-case words joined by hyphens: "Quark's Lucky Seven" is `quarks-lucky-seven`. */
export function slugOf(title: string): string {
  return title
    .replace(/['’‘`´]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}

export interface NewRecord {
  /** Relative to the data folder. */
  readonly file: string;
  readonly text: string;
}

/** A record of which only the title is known; a valid one, so that it can be filled in step by step. */
export function newMission(arc: string, title: string, checkedOn: string): NewRecord {
  const slug = slugOf(title);
  return record(`missions/${arc}/${slug}.json`, {
    $schema: "../../schema/mission.schema.json",
    slug,
    title,
    arc,
    state: "unknown",
    completeness: "title-only",
    sources: [],
    checkedOn,
  });
}

export function newTaskForce(title: string, checkedOn: string): NewRecord {
  const slug = slugOf(title);
  return record(`task-forces/${slug}.json`, {
    $schema: "../schema/task-force.schema.json",
    slug,
    title,
    kind: "tfo",
    state: "unknown",
    environments: ["space"],
    unverified: ["kind", "environments"],
    completeness: "title-only",
    sources: [],
    checkedOn,
  });
}

function record(file: string, fields: object): NewRecord {
  const text = JSON.stringify(fields, null, 2).replace(
    /\[\s+([^\]]+?)\s+\]/g,
    (_, items: string) => `[${items.replaceAll(/\s+/g, " ")}]`,
  );
  return { file, text: `${text}\n` };
}
