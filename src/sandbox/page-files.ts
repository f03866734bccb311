import { readFile, stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { findPackageJSON } from "node:module";
import { dirname, extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { stripTypes } from "./type-stripper.ts";

const PAGE = fileURLToPath(new URL("./page", import.meta.url));
/** Packages whose files the page may load, under /vendor. */
const VENDORED: ReadonlySet<string> = new Set(["lit-html"]);
const MIME: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
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
export async function servePageFile(path: string, response: ServerResponse): Promise<boolean> {
  const file = fileFor(path);
  const type = file === undefined ? undefined : MIME[extname(file)];
  if (file === undefined || type === undefined) return false;
  try {
    const body = await (file.endsWith(".ts") ? browserModule(file) : readFile(file));
    response.writeHead(200, { ...PAGE_HEADERS, "content-type": type });
    response.end(body);
    return true;
  } catch {
    return false;
  }
}

const modules = new Map<string, { readonly changedAt: number; readonly code: Promise<string> }>();

/** A module as a browser takes it, made once for each time that its file is changed. */
async function browserModule(file: string): Promise<string> {
  const { mtimeMs: changedAt } = await stat(file);
  const known = modules.get(file);
  if (known?.changedAt === changedAt) return known.code;
  const code = madeOf(file);
  modules.set(file, { changedAt, code });
  code.catch(() => modules.delete(file));
  return code;
}

async function madeOf(file: string): Promise<string> {
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
  const [, name = "", ...rest] = parts;
  if (!VENDORED.has(name)) return undefined;
  const manifest = findPackageJSON(name, import.meta.url);
  return manifest === undefined ? undefined : [dirname(manifest), ...rest].join(sep);
}
