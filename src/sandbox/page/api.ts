import type { APIApplicationCommand } from "discord-api-types/v10";
import type {
  AutocompleteRequest,
  Choice,
  ClickRequest,
  ClockRequest,
  ClockView,
  Outcome,
  RunRequest,
  SeenMessage,
  SelectRequest,
  SubmitRequest,
  Where,
  WorldView,
} from "../people/protocol.ts";

export const fetchWorld = (userId?: string): Promise<WorldView> =>
  get(userId === undefined ? "world" : `world?as=${userId}`);

export const fetchCommands = ({ userId, channelId }: Where): Promise<readonly APIApplicationCommand[]> =>
  get(`commands?as=${userId}&channel=${channelId}`);

export const fetchMessages = ({ userId, channelId }: Where): Promise<readonly SeenMessage[]> =>
  get(`messages?as=${userId}&channel=${channelId}`);

export const run = (request: RunRequest): Promise<Outcome> => post("run", request);

export const click = (request: ClickRequest): Promise<Outcome> => post("click", request);

export const select = (request: SelectRequest): Promise<Outcome> => post("select", request);

export const submit = (request: SubmitRequest): Promise<Outcome> => post("submit", request);

export const turnClock = (request: ClockRequest): Promise<ClockView> => post("clock", request);

export const autocomplete = async (request: AutocompleteRequest): Promise<readonly Choice[]> =>
  (await post<{ readonly choices: readonly Choice[] }>("autocomplete", request)).choices;

async function get<T>(path: string): Promise<T> {
  return read(await fetch(`/sandbox/${path}`));
}

async function post<T>(path: string, body: object): Promise<T> {
  return read(
    await fetch(`/sandbox/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

async function read<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { readonly message?: string };
  if (!response.ok) throw new Error(body.message ?? `The sandbox answered ${response.status}.`);
  return body;
}
