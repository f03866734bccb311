import KeyvPostgres from "@keyv/postgres";

const SERVER = process.env["TEST_POSTGRES_URL"] ?? "postgres://postgres@127.0.0.1:5432/test";

/** A database of its own on the server that the tests were given. */
export interface TestDatabase {
  readonly url: string;
  /** Runs a statement on the server, outside of the database. */
  admin(sql: string): Promise<readonly unknown[]>;
  drop(): Promise<void>;
}

/** It sorts texts as people do, so that whatever relies on the order of bytes has to say so. */
export async function testDatabase(name: string): Promise<TestDatabase> {
  const adapter = new KeyvPostgres({ uri: SERVER, table: `${name}_admin`, connectionTimeoutMillis: 2_000 });
  const admin = adapter["query"] as (sql: string) => Promise<readonly unknown[]>;
  try {
    await admin(`DROP TABLE IF EXISTS ${name}_admin`);
    await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin(
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'en'`,
    );
  } catch (cause) {
    await adapter.disconnect();
    throw new Error(
      `These tests need PostgreSQL 15 or newer at ${SERVER}, and the right to make databases. Start one with ` +
        '"docker run --rm -p 127.0.0.1:5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust -e POSTGRES_DB=test postgres:17", ' +
        "or name another in TEST_POSTGRES_URL.",
      { cause },
    );
  }

  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    admin,
    drop: async () => {
      await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await adapter.disconnect();
    },
  };
}
