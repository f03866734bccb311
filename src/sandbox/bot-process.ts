/** The process that the bot runs in, where whoever opened the sandbox has started the bot too. */
export interface BotProcess {
  /** Stops it in good order if it runs, and starts it. */
  restart(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}
