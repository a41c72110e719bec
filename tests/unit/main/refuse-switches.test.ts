import { describe, expect, it } from "vitest";
import { reasonToRefuse, refusedSwitch } from "../../../electron/main/refuse-switches.ts";

describe("the switches of the installed app", () => {
  it.each([
    [],
    ["--ozone-platform=wayland", "--enable-wayland-ime"],
    ["--ozone-platform-hint=auto"],
    ["--enable-features=UseOzonePlatform,WaylandWindowDecorations"],
    ["--force-device-scale-factor=1.25", "--disable-gpu"],
    ["--lang=zh-CN"],
    ["/home/somebody/a file"],
  ])("lets through what a display, a graphics card or a language needs: %j %j", (...args) => {
    expect(refusedSwitch(args)).toBe(null);
  });

  it("refuses every other switch, whatever it is for, and names the first without its value", () => {
    expect(refusedSwitch(["--disable-gpu", "--remote-debugging-port=9222", "--inspect"])).toBe(
      "--remote-debugging-port",
    );
    expect(refusedSwitch(["--a-switch-of-tomorrow"])).toBe("--a-switch-of-tomorrow");
    expect(refusedSwitch(["-r", "intruder.cjs"])).toBe("-r");
  });

  it("is not fooled by one minus, by what comes behind two, or by other letters", () => {
    expect(refusedSwitch(["-no-sandbox"])).toBe("-no-sandbox");
    expect(refusedSwitch(["a-word", "--", "--no-sandbox"])).toBe("--");
    expect(refusedSwitch(["--DISABLE-GPU"])).toBe("--DISABLE-GPU");
    expect(refusedSwitch(["--disable-gpu-sandbox"])).toBe("--disable-gpu-sandbox");
    expect(refusedSwitch(["-"])).toBe("-");
  });

  it.each([
    "--enable-features=UseOzonePlatform,NetworkServiceInProcess",
    "--ozone-platform=headless",
    "--lang=../../somewhere",
    "--lang",
    "--disable-gpu=1",
    "--force-device-scale-factor=1e9",
    "--lang=en\n--no-sandbox",
  ])("refuses a value that is none for that: %j", (arg) => {
    expect(refusedSwitch([arg])).not.toBe(null);
  });

  it("asks Chromium itself, because a variable turns the sandbox off, too", () => {
    const commandLine = (on: boolean) => ({ hasSwitch: (name: string) => on && name === "no-sandbox" });
    expect(reasonToRefuse([], commandLine(true))).toBe("--no-sandbox");
    expect(reasonToRefuse([], commandLine(false))).toBe(null);
  });
});
