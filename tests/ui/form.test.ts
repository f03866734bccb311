import { expect, test } from "vitest";
import { checkModal } from "../../src/sandbox/rules/modal.ts";
import { findings } from "../../src/sandbox/rules/rule.ts";
import { form, lineField } from "../../src/ui/form.ts";

const filled = (size: "line" | "long", value: string) => {
  const { data } = form({
    id: "v1:lfg:edit:r42",
    title: "Change the run",
    fields: [lineField({ name: "note", label: "Note", maxLength: 300, size, value })],
  });
  return { data, field: data.components[0] };
};

test("a text of several lines is filled into one line as one, and into several as it is", () => {
  const { data, field } = filled("line", "Bring kits.\r\n\r\n No pets.");
  expect(field).toMatchObject({ component: { value: "Bring kits. No pets." } });
  expect(findings((refuse) => checkModal(refuse, "data", data))).toEqual([]);

  expect(filled("long", "Bring kits.\nNo pets.").field).toMatchObject({
    component: { value: "Bring kits.\nNo pets." },
  });
});
