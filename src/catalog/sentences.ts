/** Sentences that several records share, by key. A record writes `@key` where the sentence belongs. */
export type Sentences = Readonly<Record<string, string>>;

const REFERENCE = /^@[a-z0-9-]+$/;

export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

/** The same record with the shared sentences in place; a reference to nothing stays as it is. */
export function withSentences<T>(record: T, sentences: Sentences): T {
  if (typeof record === "string") return (resolved(record, sentences) ?? record) as T;
  if (Array.isArray(record)) return record.map((item) => withSentences(item, sentences)) as T;
  if (typeof record !== "object" || record === null) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, withSentences(value, sentences)]),
  ) as T;
}

function resolved(text: string, sentences: Sentences): string | undefined {
  return isReference(text) ? sentences[text.slice(1)] : undefined;
}
