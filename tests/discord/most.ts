/** The most of these instants within any window of this length. They come in their order. */
export function most(instants: readonly number[], windowMs = 1_000): number {
  let most = 0;
  let from = 0;
  for (const [to, at] of instants.entries()) {
    while ((instants[from] ?? at) <= at - windowMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
