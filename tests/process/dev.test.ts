import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { folder, START, start, until } from "./started.ts";

const PACKAGE = join(import.meta.dirname, "../../package.json");
const { scripts } = JSON.parse(readFileSync(PACKAGE, "utf8")) as {
  readonly scripts: { readonly dev: string };
};
const [, , ...options] = scripts.dev.split(" ");
const [launcher = ""] = START;

test.concurrent.each(["src/ui/card.ts", "commands/lfg.ts", "data/missions/home.json"])(
  "npm run dev starts again after a change of %s, which its first process never reads",
  async (file) => {
    const cwd = folder();
    const write = (name: string, text: string) => {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    };
    for (const place of ["commands", "data"]) mkdirSync(join(cwd, place));
    write("src/main.ts", `console.log("started"); setInterval(() => {}, 60_000);`);
    write(file, "1");

    const dev = start({ cwd, line: [launcher, ...options] });
    const starts = () => dev.stdout().match(/^started$/gm)?.length ?? 0;
    await until(() => starts() > 0);
    write(file, "2");
    await until(() => starts() > 1);
    dev.kill("SIGTERM");
    await dev.ended;
    expect(dev.stdout()).toContain(join(cwd, file));
  },
);
