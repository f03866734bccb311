const APOSTROPHES = /['’‘`´ʼ′]/g;
const MARKS = /\p{M}/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** What stays of a name when case, accents, apostrophes, punctuation and "the" do not count. */
export function fold(text: string): string {
  const words = text
    .replace(APOSTROPHES, "")
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .split(SEPARATORS)
    .filter(Boolean);
  const telling = words.filter((word) => word !== "the");
  return (telling.length > 0 ? telling : words).join(" ");
}
