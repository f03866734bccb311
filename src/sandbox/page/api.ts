import type { APIApplicationCommand } from "discord-api-types/v10";
import type {
  AttachRequest,
  AutocompleteRequest,
  BotRequest,
  ClickRequest,
  ClockRequest,
  ClockView,
  DmsRequest,
  MembershipRequest,
  Outcome,
  PermissionsRequest,
  RunRequest,
  SeenMessage,
  SelectRequest,
  SubmitRequest,
  TroubleRequest,
  Where,
  WorldView,
} from "../people/protocol.ts";
import type { Rule } from "../rules/rule.ts";
import type { TrafficEntry } from "../traffic.ts";

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

/** Uploads a file, and answers with the id that stands for it. */
export async function attach({ userId, channelId }: Where, file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(`${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });
  const request: AttachRequest = {
    userId,
    channelId,
    filename: file.name,
    contentType: file.type,
    base64: url.slice(url.indexOf(",") + 1),
  };
  return (await post<{ readonly id: string }>("attach", request)).id;
}

export const fetchTraffic = (ids: readonly string[]): Promise<readonly TrafficEntry[]> =>
  get(`traffic?${new URLSearchParams(ids.map((id) => ["about", id]))}`);

export const fetchRules = (): Promise<readonly Rule[]> => get("rules");

export const denyBot = (request: PermissionsRequest): Promise<unknown> => post("permissions", request);

export const openDms = (request: DmsRequest): Promise<unknown> => post("dms", request);

export const setMembership = (request: MembershipRequest): Promise<unknown> => post("membership", request);

export const makeTrouble = (request: TroubleRequest): Promise<unknown> => post("faults", request);

export const commandBot = (request: BotRequest): Promise<unknown> => post("bot", request);

export const autocomplete = (request: AutocompleteRequest): Promise<Outcome> => post("autocomplete", request);

/** Why something that was asked of the sandbox came to nothing. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

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
  if (response.status === 204) return undefined as T;
  const body = (await response.json()) as T & { readonly message?: string };
  if (!response.ok) throw new Error(body.message ?? `The sandbox answered ${response.status}.`);
  return body;
}
