/** The line, counted from 1, on which a value begins in a JSON text; the nearest enclosing value when it is not there. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const starts = valueStarts(text);
  for (let depth = path.length; depth >= 0; depth--) {
    const start = starts.get(JSON.stringify(path.slice(0, depth).map(String)));
    if (start !== undefined) return text.slice(0, start).split("\n").length;
  }
  return 1;
}

/** Where every value of a valid JSON text begins, by its path. */
function valueStarts(text: string): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
  const open: { readonly path: readonly string[]; readonly isList: boolean; index: number; key: string }[] =
    [];

  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    const inside = open.at(-1);
    if (word === "}" || word === "]") open.pop();
    else if (word === ",") {
      if (inside?.isList) inside.index += 1;
      else if (inside) inside.key = "";
    } else if (word === ":") continue;
    else if (inside && !inside.isList && inside.key === "") inside.key = JSON.parse(word) as string;
    else {
      const path = inside ? [...inside.path, inside.isList ? String(inside.index) : inside.key] : [];
      starts.set(JSON.stringify(path), match.index);
      if (word === "{" || word === "[") open.push({ path, isList: word === "[", index: 0, key: "" });
    }
  }
  return starts;
}
