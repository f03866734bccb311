import { type Command, command } from "../src/bot/command.ts";
import type { Catalog } from "../src/catalog/load.ts";
import { aboutCard, pageCard } from "../src/guide/view.ts";
import { reply } from "../src/ui/reply.ts";

export interface AboutNeeds {
  readonly catalog: Catalog;
  readonly version: string;
  /** A page of the project that members can read: its whole text. */
  page(name: PageName): string;
}

export type PageName = "PRIVACY" | "TERMS";

export default function about({ catalog, version, page }: AboutNeeds): Command {
  return command({
    name: "about",
    description: "Who made me, where the facts come from, and what I keep of you",
    options: {},
    examples: [
      { typed: "/about", does: "tells the version, the sources, and shows the privacy page and the terms" },
    ],
    run: () =>
      reply(
        "private",
        aboutCard({
          version,
          missions: catalog.missions.size,
          taskForces: catalog.taskForces.size,
          checkedOn: catalog.checkedOn,
        }),
      ),
    actions: {
      page: ({ args: [name] }) => reply("private", pageCard(page(name === "terms" ? "TERMS" : "PRIVACY"))),
    },
  });
}
