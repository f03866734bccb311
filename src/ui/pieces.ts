export function mention(userId: string): string {
  return `<@${userId}>`;
}

/** As many pieces as there is room for, and how many more there are. */
export function fitted(
  pieces: readonly string[],
  glue: string,
  room: number,
): { readonly text: string; readonly left: number } {
  let text = "";
  for (const [count, piece] of pieces.entries()) {
    const longer = text === "" ? piece : `${text}${glue}${piece}`;
    if (longer.length > room) return { text, left: pieces.length - count };
    text = longer;
  }
  return { text, left: 0 };
}
