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
      return [file, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
