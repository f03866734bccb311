export interface Entry {
  readonly key: string;
  readonly at: number;
}

/** The earliest first. */
export interface Heap {
  readonly size: number;
  peek(): Entry | undefined;
  push(entry: Entry): void;
  pop(): Entry | undefined;
}

export function heap(): Heap {
  const entries: Entry[] = [];
  const at = (index: number) => entries[index]?.at ?? Number.POSITIVE_INFINITY;

  function swap(one: number, other: number): void {
    const [left, right] = [entries[one], entries[other]];
    if (left === undefined || right === undefined) return;
    entries[one] = right;
    entries[other] = left;
  }

  function sink(from: number): void {
    for (let index = from; ; ) {
      const child = at(2 * index + 1) <= at(2 * index + 2) ? 2 * index + 1 : 2 * index + 2;
      if (at(child) >= at(index)) return;
      swap(index, child);
      index = child;
    }
  }

  return {
    get size() {
      return entries.length;
    },
    peek: () => entries[0],
    push(entry) {
      let index = entries.push(entry) - 1;
      for (let parent = (index - 1) >> 1; index > 0 && at(parent) > at(index); parent = (index - 1) >> 1) {
        swap(index, parent);
        index = parent;
      }
    },
    pop() {
      const [first] = entries;
      const last = entries.pop();
      if (last === undefined || entries.length === 0) return first;
      entries[0] = last;
      sink(0);
      return first;
    },
  };
}
