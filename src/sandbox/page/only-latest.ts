/** Of several answers that are on their way only the one that was asked for last is sure to be true; the others are `undefined`. */
export function onlyLatest<Answer>(): (asked: Promise<Answer>) => Promise<Answer | undefined> {
  let last: Promise<Answer> | undefined;
  return async (asked) => {
    last = asked;
    const answer = await asked;
    return asked === last ? answer : undefined;
  };
}
