/** Pieces of bodies that Discord takes, to be spoiled one at a time. */
type Fields = Readonly<Record<string, unknown>>;

export const V2 = 1 << 15;
export const long = (length: number) => "x".repeat(length);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const button = (fields: Fields = {}) => ({
  type: 2,
  style: 1,
  label: "Join",
  custom_id: "join",
  ...fields,
});
export const row = (...components: readonly unknown[]) => ({ type: 1, components });
export const option = (fields: Fields = {}) => ({ label: "Tank", value: "tank", ...fields });
export const select = (fields: Fields = {}) => ({
  type: 3,
  custom_id: "role",
  options: [option()],
  ...fields,
});
export const text = (content: unknown = "Engage.") => ({ type: 10, content });
export const section = (fields: Fields = {}) => ({
  type: 9,
  components: [text()],
  accessory: button(),
  ...fields,
});
export const container = (components: readonly unknown[], fields: Fields = {}) => ({
  type: 17,
  components,
  ...fields,
});
export const picture = (fields: Fields = {}) => ({ media: { url: "https://example.com/a.png" }, ...fields });
export const gallery = (...items: readonly unknown[]) => ({ type: 12, items });

export const legacy = (...components: readonly unknown[]) => ({ content: "Hi", components });
export const modern = (...components: readonly unknown[]) => ({ flags: V2, components });
export const embed = (fields: Fields) => ({ embeds: [fields] });

export const input = (fields: Fields = {}) => ({ type: 4, custom_id: "when", style: 1, ...fields });
export const label = (component: unknown, fields: Fields = {}) => ({
  type: 18,
  label: "When?",
  component,
  ...fields,
});
export const modal = (components: readonly unknown[], fields: Fields = {}) => ({
  custom_id: "plan",
  title: "Plan a run",
  components,
  ...fields,
});

export const command = (fields: Fields = {}) => ({ name: "mission", description: "A briefing.", ...fields });
export const commandOption = (fields: Fields = {}) => ({
  type: 3,
  name: "name",
  description: "Which one.",
  ...fields,
});
export const withOptions = (...options: readonly unknown[]) => [command({ options })];
