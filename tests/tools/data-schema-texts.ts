import { z } from "zod";
import { arcsSchema } from "../../src/catalog/arc.ts";
import { eventsSchema } from "../../src/catalog/events.ts";
import { gameSchema } from "../../src/catalog/game-facts.ts";
import { missionSchema } from "../../src/catalog/mission.ts";
import { sentencesSchema } from "../../src/catalog/schema.ts";
import { taskForceSchema } from "../../src/catalog/task-force.ts";

const TITLES: readonly (readonly [file: string, title: string, schema: z.ZodType])[] = [
  ["mission.schema.json", "A story mission", missionSchema],
  ["task-force.schema.json", "A task force", taskForceSchema],
  ["arcs.schema.json", "The story arcs", arcsSchema],
  ["events.schema.json", "Recurring rewards and events", eventsSchema],
  ["game.schema.json", "Rules and words of the game", gameSchema],
  ["sentences.schema.json", "Sentences that records share", sentencesSchema],
];

/** The text of every file in data/schema/, by its name. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    TITLES.map(([file, title, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
      return [file, `${JSON.stringify({ $schema, title, ...explained(rest) }, null, 2)}\n`];
    }),
  );
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schema with the limits of each field in words; a limit that every whole number keeps to is left out. */
function explained(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === "maximum" && value === Number.MAX_SAFE_INTEGER ? undefined : value,
  );
  return JSON.parse(text, (key, value) =>
    key === "properties"
      ? Object.fromEntries(
          Object.entries(value as Record<string, JsonSchema>).map(([name, one]) => [name, withLimits(one)]),
        )
      : value,
  );
}

/** An editor shows the description of a field, and its limits only when they are overstepped. */
function withLimits(property: JsonSchema): JsonSchema {
  const { description, items } = property;
  const ofEach = typeof items === "object" && !Array.isArray(items) ? limitsOf(items, " each") : [];
  const limits = [...limitsOf(property, ""), ...ofEach];
  return description === undefined || limits.length === 0
    ? property
    : { ...property, description: [description, ...limits].join(" ") };
}

function limitsOf({ type, minimum, maximum, minItems = 0, maxLength }: JsonSchema, of: string): string[] {
  return [
    type === "integer" && maximum !== undefined ? `From ${minimum} to ${maximum}${of}.` : undefined,
    minItems > 1 ? `At least ${minItems}.` : undefined,
    maxLength === undefined ? undefined : `At most ${maxLength.toLocaleString("en")} characters${of}.`,
  ].filter((limit) => limit !== undefined);
}
