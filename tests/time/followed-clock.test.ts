import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { followClock } from "../../src/time/followed-clock.ts";

const HOUR = 60 * 60 * 1_000;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(2);
}

const offset = (clock: { now(): number }) => Math.round((clock.now() - Date.now()) / HOUR) + 0;

test("a followed clock goes with the machine's until it is turned, and then with the turn", async () => {
  const sandbox = await createSandbox();
  const clock = followClock(sandbox.clockUrl);
  expect(offset(clock)).toBe(0);
  sandbox.clock.turnBy(30 * HOUR);
  await until(() => offset(clock) === 30);
  clock.close();
  await sandbox.close();
});

test("a clock that loses its socket keeps the last turn, and comes back", async () => {
  const first = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  first.on("connection", (socket) => socket.send('{"offsetMs":18000000}'));
  await until(() => first.address() !== null);
  const { port } = first.address() as { readonly port: number };
  const clock = followClock(`ws://127.0.0.1:${port}/clock`);
  await until(() => offset(clock) === 5);

  for (const socket of first.clients) socket.terminate();
  await new Promise((resolve) => first.close(resolve));
  expect(offset(clock)).toBe(5);
  const second = new WebSocketServer({ port, host: "127.0.0.1" });
  second.on("connection", (socket) => socket.send('{"offsetMs":36000000}'));
  await until(() => offset(clock) === 10);
  clock.close();
  second.close();
});

test("what is no turn is not taken for one", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket) => {
    for (const odd of [
      "",
      "x",
      "null",
      "5",
      '{"offsetMs":"5"}',
      '{"offsetMs":null}',
      '{"offsetMs":1e999}',
      "[]",
    ])
      socket.send(odd);
    socket.send('{"offsetMs":3600000}');
  });
  await until(() => server.address() !== null);
  const clock = followClock(`ws://127.0.0.1:${(server.address() as { readonly port: number }).port}/`);
  await until(() => offset(clock) === 1);
  clock.close();
  server.close();
});

test("a clock that nobody turns, and nobody can be reached about, goes with the machine's", async () => {
  const clock = followClock("ws://127.0.0.1:1/clock");
  await pause(20);
  expect(offset(clock)).toBe(0);
  clock.close();
});
