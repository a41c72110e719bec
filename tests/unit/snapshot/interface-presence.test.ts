import { describe, expect, it } from "vitest";
import { presenceOf } from "../../../shared/snapshot/interface-presence.ts";
import { partlyObserved, unobserved } from "../../../shared/snapshot/part.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { card, snapshotOfMachine } from "../../support/machine.ts";

const present = (name: string, names: string[], os: OperatingSystem = "darwin") =>
  presenceOf(name, snapshotOfMachine(os, { interfaces: names.map((one) => card(one, [])) }));

describe("an interface", () => {
  it("is there when it is listed, and not when a complete list lacks it", () => {
    expect(present("en0", ["en0", "lo0"])).toBe("present");
    expect(present("utun9", ["en0", "lo0"])).toBe("absent");
  });

  it("may be there when the list is a part, or was not seen", () => {
    const snapshot = snapshotOfMachine("darwin", {});
    expect(presenceOf("utun9", { ...snapshot, interfaces: partlyObserved([card("en0", [])]) })).toBe("unknown");
    expect(presenceOf("utun9", { ...snapshot, interfaces: unobserved("not-in-capture") })).toBe("unknown");
  });

  it("may be a longer one whose name an old netstat has cut", () => {
    expect(present("utun102", ["utun1024", "utun1025"])).toBe("unknown");
    expect(present("bridge1", ["bridge100", "bridge101"])).toBe("unknown");
    expect(present("feth491", ["feth4913"])).toBe("unknown");
  });

  it("is never taken for cut when its name does not fill the column, or on Linux", () => {
    expect(present("utun1", ["utun10"])).toBe("absent");
    expect(present("wg-camp", ["wg-campus"], "linux")).toBe("absent");
  });
});
