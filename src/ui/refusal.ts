/** A mistake of the person at the keyboard that ends the work; dispatch whispers the sentence, and nothing is logged. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
