/** Every sign that is typed for an apostrophe. */
export const APOSTROPHES = /['’‘`´ʼ′]/g;
const MARKS = /\p{M}/gu;
const ASCII = /^[ -~]*$/;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** Both sides of the ocean write missions. */
const SPELLINGS: Readonly<Record<string, string>> = { center: "centre", defence: "defense" };

/** What stays of a name when case, accents, apostrophes, punctuation, spelling and "the" do not count. */
export function fold(text: string): string {
  const words = plain(text.replace(APOSTROPHES, ""))
    .toLowerCase()
    .split(SEPARATORS)
    .filter(Boolean)
    .map((word) => SPELLINGS[word] ?? word);
  const telling = words.filter((word) => word !== "the");
  return (telling.length > 0 ? telling : words).join(" ");
}

/** Most names are plain already, and taking letters apart is slow. */
function plain(text: string): string {
  return ASCII.test(text) ? text : text.normalize("NFKD").replace(MARKS, "");
}
