/** Sentences that several records share, by key. A record writes `@key` where the sentence belongs. */
export type Sentences = Readonly<Record<string, string>>;

export function isReference(text: string): boolean {
  return /^@[a-z0-9-]+$/.test(text);
}

/** The JSON text of a record with the shared sentences in place; a reference to nothing stays as it is. */
export function withSentences(text: string, sentences: Sentences): string {
  return text.replace(QUOTED, (reference, key: string) => {
    const sentence = sentences[key];
    return sentence === undefined ? reference : JSON.stringify(sentence);
  });
}

const QUOTED = /"@([a-z0-9-]+)"/g;
