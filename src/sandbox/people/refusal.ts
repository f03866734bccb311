/** What Discord's client tells a person instead of sending anything. */
export class ClientRefusal extends Error {}
