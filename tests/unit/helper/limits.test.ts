import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { serve } from "../../../electron/helper/serve.ts";
import { standardConnection } from "../../../electron/helper/standard-connection.ts";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import { linuxAfterSwitch } from "../../support/helper/after-switch.ts";
import { sessionOn } from "../../support/helper/ask.ts";

const SECOND = 1_000;
const HELLO = '{"v":1,"id":0,"op":"hello"}\n';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A connection in a time that only moves when the test moves it; `act` is what the client does in each second. */
async function livesFor(
  act: (input: PassThrough, second: number) => void,
): Promise<{ seconds: number; last: unknown }> {
  const input = new PassThrough();
  const output = new PassThrough();
  let isOver = false;
  const connection = standardConnection(input, output, new AbortController().signal);
  const over = serve(sessionOn(linuxAfterSwitch().host()), connection).then(() => (isOver = true));
  let text = "";
  output.on("data", (chunk: Buffer) => (text += chunk.toString()));
  let second = 0;
  for (; !isOver && second < 100; second++) {
    act(input, second);
    await vi.advanceTimersByTimeAsync(0);
    await letStreamsFlow();
    await vi.advanceTimersByTimeAsync(SECOND);
    await letStreamsFlow();
  }
  if (isOver) await over;
  return { seconds: second, last: JSON.parse(text.trimEnd().split("\n").at(-1) ?? "null") };
}

// Streams pass their data on by turns of the event loop, which are not faked.
async function letStreamsFlow(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const TIMEOUT = { v: 1, id: -1, ok: false, err: "timeout" };
const { firstLineMilliseconds, idleMilliseconds, lifeMilliseconds, requestsPerConnection } = HELPER_LIMITS;

describe("T-D4 a client that takes its time", () => {
  it("is cut off when its first line is not whole after two seconds, however steadily it writes", async () => {
    const answer = await livesFor((input, second) => input.write(HELLO.slice(second, second + 1)));
    expect(answer).toEqual({ seconds: firstLineMilliseconds / SECOND, last: TIMEOUT });
  });

  it("is cut off just the same when it sends 64 KiB at once and then nothing", async () => {
    const answer = await livesFor((input, second) => second === 0 && input.write("x".repeat(64 * 1024)));
    expect(answer).toEqual({ seconds: firstLineMilliseconds / SECOND, last: TIMEOUT });
  });

  it("is cut off when it says nothing at all", async () => {
    expect(await livesFor(() => undefined)).toEqual({ seconds: firstLineMilliseconds / SECOND, last: TIMEOUT });
  });

  it("may be silent for five seconds between two lines, and no longer", async () => {
    const once = await livesFor((input, second) => second === 0 && input.write(HELLO));
    expect(once).toEqual({ seconds: idleMilliseconds / SECOND, last: TIMEOUT });
    const dripping = await livesFor((input, second) => input.write(second === 0 ? HELLO : "x"));
    expect(dripping).toEqual({ seconds: idleMilliseconds / SECOND, last: TIMEOUT });
  });

  it("is cut off after half a minute of life, however regularly it asks", async () => {
    const every = (idleMilliseconds - SECOND) / SECOND;
    const answer = await livesFor((input, second) => second % every === 0 && input.write(HELLO));
    expect(answer).toEqual({ seconds: lifeMilliseconds / SECOND, last: TIMEOUT });
  });

  it("is cut off sooner by asking more than sixteen times", async () => {
    const { seconds, last } = await livesFor((input) => input.write(HELLO));
    expect({ seconds, last }).toMatchObject({ seconds: requestsPerConnection + 1, last: { err: "too_many" } });
  });
});
