/** What stands on the picture of a fleet's progress, and beside it for who cannot see it. Counts and periods, no names. */
export const pictureTexts = {
  heading: (period: string, taking: number) => `${period} · ${takePart(taking)}`,
  after: (period: string, taking: number) => `After ${period} · ${takePart(taking)}`,
  count: (count: number) => String(count),
  now: "now",
  legend: (complete: number, needed: number) => `Complete (${needed} claims): ${complete}`,
  alt: (heading: string, rows: readonly string[]) => `${heading}. Claims: ${rows.join(", ")}.`,
  altRow: (name: string, count: number) => `${name} ${count}`,
  message: (title: string) => `## ${title} · the fleet's progress`,
  nothing: "There is nothing to draw before the first period opens.",
} as const;

function takePart(count: number): string {
  return `${count} ${count === 1 ? "member takes" : "members take"} part`;
}
