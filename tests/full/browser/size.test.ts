import { expect, test } from "vitest";
import { stage } from "./stage.ts";
import { MAX_TRANSFER_BYTES, transferOf } from "./transfer.ts";

const theatre = stage();

test("less than 300 KB go over the wire for the whole page", async ({ annotate }) => {
  const sizes = await transferOf(theatre.browser, theatre.rehearsal.sandbox.url);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  await annotate(`${bytes} bytes in ${sizes.length} files`);
  expect(bytes).toBeLessThan(MAX_TRANSFER_BYTES);
});
