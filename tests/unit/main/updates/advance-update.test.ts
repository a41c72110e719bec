import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advanceUpdate, nextAct, waitingVersion } from "../../../../electron/main/updates/advance-update.ts";
import type { UpdateEvent } from "../../../../electron/main/updates/advance-update.ts";
import type { UpdateProgress } from "../../../../shared/contract/updates.ts";
import { codedText } from "../../../../shared/snapshot/coded-text.ts";

const RELEASE = { version: "2.0.0", notes: "" };
const UNCHECKED: UpdateProgress = { state: "unchecked" };
const ERROR = codedText("feed-slow");
const after = (...events: UpdateEvent[]) => events.reduce(advanceUpdate, UNCHECKED);

const BEGAN = { event: "check-began" } as const;
const FOUND = { event: "found", release: RELEASE } as const;
const DOWNLOAD = { event: "download-began" } as const;
const HERE = { event: "downloaded", command: null } as const;
const INSTALL = { event: "install-began" } as const;

describe("an update", () => {
  it("goes from the check to the installation one step at a time", () => {
    expect(after(BEGAN)).toEqual({ state: "checking" });
    expect(after(BEGAN, { event: "none-found" })).toEqual({ state: "current" });
    expect(after(BEGAN, FOUND)).toEqual({ state: "available", release: RELEASE });
    expect(after(BEGAN, FOUND, DOWNLOAD)).toEqual({ state: "downloading", release: RELEASE, percent: 0 });
    expect(after(BEGAN, FOUND, DOWNLOAD, HERE)).toEqual({ state: "downloaded", release: RELEASE, command: null });
    expect(after(BEGAN, FOUND, DOWNLOAD, HERE, INSTALL)).toEqual({ state: "installing", release: RELEASE });
  });

  it("that failed on the way is looked for anew, and one that is here can be installed once more", () => {
    const failed = (next: "check" | "install") => ({ event: "failed", error: ERROR, next }) as const;
    const onTheWay = after(BEGAN, FOUND, DOWNLOAD, failed("check"));
    expect(onTheWay).toEqual({ state: "failed", error: ERROR, release: null });
    expect(nextAct(onTheWay)).toBe("check");
    const here = after(BEGAN, FOUND, DOWNLOAD, HERE, INSTALL, failed("install"));
    expect(here).toEqual({ state: "failed", error: ERROR, release: RELEASE });
    expect(nextAct(here)).toBe("install");
    expect(advanceUpdate(here, INSTALL)).toEqual({ state: "installing", release: RELEASE });
  });

  it("that was looked for without being asked leaves no trace when that failed", () => {
    expect(after(BEGAN, { event: "check-dropped" })).toEqual(UNCHECKED);
  });

  it("never says that less is here than it has said", () => {
    const percent = (value: number) => ({ event: "percent", percent: value }) as const;
    expect(after(BEGAN, FOUND, DOWNLOAD, percent(40), percent(30))).toMatchObject({ percent: 40 });
    expect(after(BEGAN, FOUND, DOWNLOAD, percent(400))).toMatchObject({ percent: 100 });
  });

  it("that is to be installed in a terminal is not offered to be installed here", () => {
    expect(
      nextAct(after(BEGAN, FOUND, DOWNLOAD, { event: "downloaded", command: "sudo apt-get install /x.deb" })),
    ).toBe(null);
  });

  it("waits for the user while it is found or here, and then alone", () => {
    expect(waitingVersion(after(BEGAN, FOUND))).toBe("2.0.0");
    expect(waitingVersion(after(BEGAN, FOUND, DOWNLOAD, HERE))).toBe("2.0.0");
    expect([after(), after(BEGAN), after(BEGAN, FOUND, DOWNLOAD)].map(waitingVersion)).toEqual([null, null, null]);
  });

  it("is never installed that was not downloaded, and never downloaded that was not found, whatever happens in which order", () => {
    const happening = fc.constantFrom<UpdateEvent>(
      ...[BEGAN, FOUND, DOWNLOAD, HERE, INSTALL, { event: "none-found" } as const, { event: "check-dropped" } as const],
      { event: "percent", percent: 50 },
      { event: "failed", error: ERROR, next: "check" },
      { event: "failed", error: ERROR, next: "install" },
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (events) => {
        let progress: UpdateProgress = after();
        let [isFound, isHere] = [false, false];
        for (const event of events) {
          const [before, isBeginning] = [progress, event.event.endsWith("-began")];
          progress = advanceUpdate(progress, event);
          isFound = progress.state === "available" || (isFound && progress.state !== "checking");
          isHere = progress.state === "downloaded" || (isHere && progress.state !== "checking");
          if (progress.state === "downloading") expect(isFound).toBe(true);
          if (progress.state === "installing") expect(isHere).toBe(true);
          if (nextAct(before) === null && isBeginning) expect(progress).toBe(before);
        }
      }),
    );
  });
});
