import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { findPackageJSON } from "node:module";
import { dirname, extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { iconSymbols } from "./page-icons.ts";
import { stripTypes } from "./type-stripper.ts";

const PAGE = fileURLToPath(new URL("./page", import.meta.url));
const ALL_SHEETS = join(PAGE, "styles/all.css");
const FRONT = join(PAGE, "index.html");
/** Packages whose files the page may load, under /vendor. */
const VENDORED: ReadonlySet<string> = new Set(["lit-html", "@fontsource/inter"]);
const MIME: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
/** Packed already. */
const PACKED = /\.(?:png|woff2)$/;
const BARE_IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*)(["'])(lit-html)(\/[^"']+)?\2/g;

export const PAGE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** Serves the page's files as they are, TypeScript without its types. False when there is no such file. */
export async function servePageFile(
  path: string,
  { headers }: Pick<IncomingMessage, "headers">,
  response: ServerResponse,
): Promise<boolean> {
  const file = fileFor(path);
  const type = file === undefined ? undefined : MIME[extname(file)];
  if (file === undefined || type === undefined) return false;
  try {
    const { plain, zipped } = await contentOf(file);
    const isZipped = PACKED.test(file) ? false : /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));
    response.writeHead(200, {
      ...PAGE_HEADERS,
      "content-type": type,
      vary: "accept-encoding",
      ...(isZipped ? { "content-encoding": "gzip" } : {}),
    });
    response.end(isZipped ? zipped : plain);
    return true;
  } catch {
    return false;
  }
}

interface Content {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** Small files gain little from more, and a first visit waits for all of them. */
const ZIP_LEVEL = 3;
const zip = promisify(gzip);
const contents = new Map<string, { readonly changedAt: number; readonly content: Promise<Content> }>();

/** A file as a browser takes it, made once for each time that it, or a sheet of the page, is changed. */
async function contentOf(file: string): Promise<Content> {
  const changedAt = Math.max(...(await Promise.all([file, ...(await sheetsOf(file))].map(changeOf))));
  const known = contents.get(file);
  if (known?.changedAt === changedAt) return known.content;
  const content = madeOf(file);
  contents.set(file, { changedAt, content });
  content.catch(() => contents.delete(file));
  return content;
}

async function changeOf(file: string): Promise<number> {
  return (await stat(file)).mtimeMs;
}

async function madeOf(file: string): Promise<Content> {
  const plain = await plainOf(file);
  return { plain, zipped: PACKED.test(file) ? plain : await zip(plain, { level: ZIP_LEVEL }) };
}

async function plainOf(file: string): Promise<Buffer> {
  if (file.endsWith(".ts")) return Buffer.from(await browserModule(file));
  if (file === FRONT) return Buffer.from(await withIcons(file));
  const sheets = await sheetsOf(file);
  return sheets.length === 0
    ? readFile(file)
    : Buffer.concat(await Promise.all(sheets.map((sheet) => readFile(sheet))));
}

/** What the page's style sheet imports. A browser would ask for each on its own, so they go as one. */
async function sheetsOf(file: string): Promise<readonly string[]> {
  if (file !== ALL_SHEETS) return [];
  const text = await readFile(file, "utf8");
  return [...text.matchAll(/@import "(.+)";/g)].map(([, sheet = ""]) => join(dirname(file), sheet));
}

/** A browser would ask for each icon on its own, and draw without it until it came. */
async function withIcons(file: string): Promise<string> {
  return (await readFile(file, "utf8")).replace("<!-- icons -->", await iconSymbols());
}

async function browserModule(file: string): Promise<string> {
  const code = await stripTypes(await readFile(file, "utf8"));
  return code.replace(
    BARE_IMPORT,
    (_, before, quote, name, rest) => `${before}${quote}/vendor/${name}${rest ?? `/${name}.js`}${quote}`,
  );
}

function fileFor(path: string): string | undefined {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.some((part) => part === ".." || part.includes("\\") || part.includes("\0"))) return undefined;
  if (parts[0] !== "vendor") return join(PAGE, ...(parts.length === 0 ? ["index.html"] : parts));
  const scope = parts[1]?.startsWith("@") ? 2 : 1;
  const name = parts.slice(1, 1 + scope).join("/");
  const rest = parts.slice(1 + scope);
  if (!VENDORED.has(name)) return undefined;
  const manifest = findPackageJSON(name, import.meta.url);
  return manifest === undefined ? undefined : [dirname(manifest), ...rest].join(sep);
}
