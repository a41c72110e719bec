import { describe, expect, it } from "vitest";
import { chooseView, hasDisplay } from "../../../../scripts/start/choose-view.mjs";

const desktop = { display: true, missingLibraries: [], runtime: { binary: "/e", env: {} }, virtualDisplay: undefined };
const server = { ...desktop, display: false, virtualDisplay: "/usr/bin/Xvfb" };

describe("npm start", () => {
  it("shows the app where there is a display", () => {
    expect(chooseView(desktop).kind).toBe("desktop");
  });

  it("shows it on a virtual display where there is none", () => {
    expect(chooseView(server)).toMatchObject({ kind: "virtual", xvfb: "/usr/bin/Xvfb" });
  });

  it.each([
    ["no virtual display can be had", { ...server, virtualDisplay: undefined }, "Xvfb"],
    ["no Electron can be had", { ...desktop, runtime: undefined }, "Electron"],
    ["Electron lacks libraries", { ...desktop, runtime: undefined, missingLibraries: ["libnss3"] }, "libnss3"],
  ])("shows the terminal view when %s, and says so", (_, circumstances, reason) => {
    const view = chooseView(circumstances);
    expect(view.kind).toBe("terminal");
    expect(view.sentence).toContain(reason);
  });

  it("knows a display by X11, by Wayland, and on every Mac", () => {
    expect(hasDisplay({ DISPLAY: ":0" }, "linux")).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
    expect(hasDisplay({}, "darwin")).toBe(true);
    expect(hasDisplay({ DISPLAY: "" }, "linux")).toBe(false);
  });
});
