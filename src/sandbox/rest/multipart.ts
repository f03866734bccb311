/** A file that came with a request. */
export interface Upload {
  /** The n of `files[n]`, which a body's `attachments` speak of as id. */
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface Form {
  readonly payload: string | undefined;
  readonly files: readonly Upload[];
}

const HEADER_END = Buffer.from("\r\n\r\n");

/** Reads `payload_json` and `files[n]`, the two fields that Discord's routes know. */
export function readForm(contentType: string, body: Buffer): Form | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;

  const files: Upload[] = [];
  let payload: string | undefined;
  for (const part of parts(body, Buffer.from(`--${boundary}`))) {
    const name = /[; ]name="([^"]*)"/i.exec(part.headers)?.[1];
    const index = name === undefined ? undefined : /^files\[(\d+)\]$/.exec(name)?.[1];
    if (name === "payload_json") payload = part.bytes.toString("utf8");
    if (index === undefined) continue;
    files.push({
      index,
      filename: /filename="([^"]*)"/i.exec(part.headers)?.[1] ?? "unknown",
      contentType: /^content-type:\s*(\S+)/im.exec(part.headers)?.[1] ?? "application/octet-stream",
      bytes: part.bytes,
    });
  }
  return { payload, files };
}

function* parts(body: Buffer, delimiter: Buffer) {
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const from = start + delimiter.length + 2;
    const next = body.indexOf(delimiter, from);
    if (next === -1) return;
    const headerEnd = body.indexOf(HEADER_END, from);
    if (headerEnd !== -1 && headerEnd < next) {
      yield {
        headers: body.toString("utf8", from, headerEnd),
        bytes: body.subarray(headerEnd + HEADER_END.length, next - 2),
      };
    }
    start = next;
  }
}
