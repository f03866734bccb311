/** How many events a session remembers for a client that was away. */
const REMEMBERED = 4096;

export interface Shard {
  readonly id: number;
  readonly count: number;
}

/** One bot's standing with the gateway. It outlives the connection, which is what makes resuming possible. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  #sequence = 0;
  readonly #sent: string[] = [];
  /** Writes to the connection; absent while the bot is away. */
  send: ((payload: string) => void) | undefined;
  awaySince: number | undefined;

  constructor(id: string, intents: number, shard: Shard) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** `data` is JSON already: the same event goes to several sessions. */
  dispatch(event: string, data: string): void {
    this.#sequence += 1;
    const payload = `{"t":"${event}","s":${this.#sequence},"op":0,"d":${data}}`;
    this.#sent[this.#sequence % REMEMBERED] = payload;
    this.send?.(payload);
  }

  remembers(afterSequence: number): boolean {
    return afterSequence <= this.#sequence && this.#sequence - afterSequence <= REMEMBERED;
  }

  replay(afterSequence: number): void {
    for (let sequence = afterSequence + 1; sequence <= this.#sequence; sequence++) {
      this.send?.(this.#sent[sequence % REMEMBERED] ?? "");
    }
  }
}
