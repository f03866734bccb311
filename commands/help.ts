import { type Command, command } from "../src/bot/command.ts";
import { text } from "../src/bot/options.ts";
import { helpTexts } from "../src/guide/text.ts";
import { overview, type Topic, topicCard } from "../src/guide/view.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { reply } from "../src/ui/reply.ts";

/** Help tells of the commands it is given, and of itself. */
export default function help(others: readonly Command[]): Command {
  const own: Command = command({
    name: "help",
    description: "What I can do, and how to ask for it",
    options: {
      topic: text({ description: "The command to tell about", maxLength: 40, completes: true }),
    },
    examples: [{ typed: "/help mission", does: "tells what can be typed with /mission" }],
    run: ({ options }) =>
      reply(
        "private",
        options.topic === undefined ? overview(topics()) : topicCard(topicNamed(options.topic)),
      ),
    complete: ({ typed }) =>
      topics()
        .map(({ definition }) => definition.name)
        .filter((name) => name.startsWith(nameIn(typed)))
        .map((name) => ({ name: `/${name}`, value: name })),
    actions: {
      topic: ({ args: [name = ""] }) => reply("in-place", topicCard(topicNamed(name))),
      overview: () => reply("in-place", overview(topics())),
    },
  });

  function topics(): readonly Topic[] {
    return [...others, own];
  }

  function topicNamed(typed: string): Topic {
    const topic = topics().find(({ definition }) => definition.name === nameIn(typed));
    if (topic === undefined) throw new Refusal(helpTexts.noSuchTopic);
    return topic;
  }

  return own;
}

/** "/captain add" is about /captain. */
function nameIn(typed: string): string {
  const [name = ""] = typed.trim().replace(/^\//, "").toLowerCase().split(/\s+/);
  return name;
}
