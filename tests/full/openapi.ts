import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

const FILE =
  process.env["DISCORD_OPENAPI"] ?? join(import.meta.dirname, "../../../shared/discord/openapi.json");

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Discord's own description of its HTTP API. */
export interface PublishedApi {
  /** What is wrong with a request, or nothing. A route that does not exist is wrong. */
  faultsOf(method: string, path: string, body: unknown): readonly string[];
  /** The same for a part with a name of its own. */
  faultsIn(schema: string, value: unknown): readonly string[];
}

/** A field that the description does not name is a fault, or passed over as Discord does. */
export function publishedApi({ unknown }: { readonly unknown: "fault" | "passed-over" }): PublishedApi {
  if (!existsSync(FILE)) {
    throw new Error(
      `Discord's OpenAPI document was not found at ${FILE}. Take specs/openapi.json of the public repository discord/discord-api-spec and name it in DISCORD_OPENAPI.`,
    );
  }
  const document = JSON.parse(
    readFileSync(FILE, "utf8"),
    unknown === "fault" ? closed : undefined,
  ) as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, discriminator: false });
  ajv.addSchema({ ...document, $id: "discord" });
  const routes = Object.keys(document.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
  }));

  function faults(pointer: string, value: unknown): readonly string[] {
    const validate = ajv.getSchema(`discord#${pointer}`);
    if (validate === undefined) return [`${pointer} is not described`];
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  return {
    faultsOf: (method, path, body) => {
      const plain = path.replace(/^\/api\/v10/, "").replace(/\?.*$/, "");
      // A literal path is meant before one with a parameter: /users/@me before /users/{id}.
      const found = routes
        .filter(({ pattern }) => pattern.test(plain))
        .toSorted((one, other) => one.template.split("{").length - other.template.split("{").length)[0];
      const operation = found && document.paths[found.template]?.[method.toLowerCase()];
      if (found === undefined || operation === undefined)
        return [`${method} ${plain} is no route of Discord's`];
      if (operation.requestBody === undefined)
        return body === undefined ? [] : [`${method} ${plain} takes no body`];
      const route = found.template.replaceAll("~", "~0").replaceAll("/", "~1");
      const pointer = `/paths/${encodeURIComponent(route)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
      return faults(pointer, body);
    },
    faultsIn: (schema, value) => faults(`/components/schemas/${schema}`, value),
  };
}

/** Closes every object that lists its fields. Parts that are put together with others cannot be closed one by one. */
function closed(key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || key === "allOf") return value;
  const schema = value as Record<string, unknown>;
  const listsFields =
    schema["type"] === "object" || (Array.isArray(schema["type"]) && schema["type"].includes("object"));
  return listsFields && schema["properties"] !== undefined && schema["additionalProperties"] === undefined
    ? { ...schema, additionalProperties: false }
    : schema;
}
