import { describe, expect, it } from "vitest";
import { keepMonitor } from "../../../electron/observe/monitor.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { until } from "../../support/until.ts";

/** Runs this Node as a monitor that does what the text says, and notes what it tells. */
function watched(text: string, path = process.execPath) {
  const clock = new FakeClock();
  const lines: string[] = [];
  const starts: boolean[] = [];
  const command = { path, arguments: ["-e", text] };
  const stop = keepMonitor(
    command,
    { onLine: (line) => lines.push(line), onStart: (again) => starts.push(again) },
    clock,
  );
  return { clock, lines, starts, stop };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}

describe("the monitor program", () => {
  it("reports whole lines", async () => {
    const { lines, stop } = watched(
      "process.stdout.write('[ROU'); setTimeout(() => console.log('TE]one\\n[LINK]two'), 50); setInterval(() => {}, 1000)",
    );
    await until("two lines", () => lines.length === 2);
    expect(lines).toEqual(["[ROUTE]one", "[LINK]two"]);
    stop();
  });

  it("is started again after it died, with growing pauses", async () => {
    const { clock, starts, stop } = watched("process.exit(1)");
    await until("the first end", () => clock.waiting === 1);
    clock.advance(999);
    expect(starts).toEqual([false]);
    clock.advance(1);
    await until("the second end", () => clock.waiting === 1);
    expect(starts).toEqual([false, true]);
    clock.advance(1_000);
    expect(clock.waiting).toBe(1);
    clock.advance(1_000);
    await until("the third end", () => clock.waiting === 1);
    expect(starts).toEqual([false, true, true]);
    stop();
    expect(clock.waiting).toBe(0);
  });

  it("is tried again when it cannot be started", async () => {
    const { clock, starts, stop } = watched("", "/no/such/monitor");
    await until("the failure", () => clock.waiting === 1);
    expect(starts).toEqual([]);
    stop();
    expect(clock.waiting).toBe(0);
  });

  it("ends with us", async () => {
    const { lines, stop } = watched("console.log(process.pid); setInterval(() => {}, 1000)");
    await until("its process", () => lines.length === 1);
    const pid = Number(lines[0]);
    expect(isRunning(pid)).toBe(true);
    stop();
    await until("its end", () => !isRunning(pid));
  });
});
