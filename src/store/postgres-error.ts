import { inWords, StoreError, type StoreReason } from "./store-error.ts";

type Explanation = readonly [reason: StoreReason, problem: string, remedy: string];

const BY_ITSELF = "Away Team goes on by itself after that.";

/** By the beginning of PostgreSQL's own code, or of Node's. */
const EXPLANATIONS: readonly (readonly [code: string, explanation: Explanation])[] = [
  [
    "ECONNREFUSED",
    ["unreachable", "does not answer.", `Start PostgreSQL, or correct STORE_URL. ${BY_ITSELF}`],
  ],
  ["ENOTFOUND", ["unreachable", "has an unknown host.", "Correct the host in STORE_URL."]],
  ["EAI_AGAIN", ["unreachable", "has a host that cannot be looked up.", `Look at the network. ${BY_ITSELF}`]],
  ["28", ["misconfigured", "refuses the user or the password.", "Correct them in STORE_URL."]],
  ["3D", ["misconfigured", "does not exist.", "Create it, or correct its name in STORE_URL."]],
  [
    "42501",
    ["misconfigured", "does not let its user do this.", "Grant the user of STORE_URL all rights in it."],
  ],
  ["42P01", ["missing", "has lost its table.", "Restore the table from a backup."]],
  ["25006", ["read-only", "takes no writes.", "Connect to the primary server, not to a copy."]],
  ["53100", ["full", "has a full disk.", `Free some space. ${BY_ITSELF}`]],
  ["53300", ["unreachable", "has no connection left.", `Raise max_connections. ${BY_ITSELF}`]],
  ["57014", ["too-slow", "took too long.", `Look at its load and its locks. ${BY_ITSELF}`]],
  ["57P", ["unreachable", "is shutting down or starting.", "Away Team goes on by itself when it is up."]],
  ["XX", ["damaged", "reports damaged data.", "Restore a backup."]],
];

const BEFORE_ANYTHING_WAS_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** A statement that PostgreSQL itself refuses is undone; one whose connection broke may have been kept. */
export function postgresError(origin: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const [reason, problem, remedy] = EXPLANATIONS.find(([known]) => code.startsWith(known))?.[1] ?? [
    "unreachable",
    "failed.",
    "Away Team goes on by itself when it works again.",
  ];
  const isUndone = BEFORE_ANYTHING_WAS_SENT.has(code) || SQLSTATE.test(code);
  return new StoreError({
    reason,
    origin,
    problem: problem.replace(/\.$/, ` (${inWords(error)}).`),
    remedy,
    saved: isUndone ? "no" : "unknown",
    cause: error,
  });
}

/** Where it is, without user and password. */
export function postgresOrigin(url: string): string {
  const { host, pathname } = new URL(url);
  return `The PostgreSQL database ${decodeURIComponent(pathname.slice(1)) || "(default)"} on ${host || "this machine"}`;
}

/** Several addresses of one host fail as one error with several inside. */
function codeOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (typeof code === "string") return code;
  return errors?.[0] === undefined ? "" : codeOf(errors[0]);
}
