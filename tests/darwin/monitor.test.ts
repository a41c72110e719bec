import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { until } from "../support/until.ts";
import { macTest } from "./mac-test.ts";
import { recordedText } from "./recorded-text.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOTSPOT } from "./world/network.ts";

const SERVER = "222.66.117.109";

describe("route -n monitor, a real program that goes on printing", () => {
  macTest(
    "prints the switch of the recorded gallery: the same messages in the same form and order",
    async ({ mac }) => {
      mac.joins(CAMPUS);
      const { messages, end } = await listen(mac);
      mac.leaves();
      mac.joins(HOTSPOT);
      mac.run(["route", "-n", "add", "-host", "198.51.100.9", "172.20.10.1"]);
      mac.run(["route", "-n", "add", "-host", "198.51.100.9", "172.20.10.1"]);
      mac.run(["route", "-n", "delete", "-host", SERVER, "10.51.0.1"]);
      await until("the last message came", () => messages().at(-1)?.includes("errno 3") === true);
      await end();
      const heard = messages().map(withoutNumbers);
      const recorded = recordedText("76-command-gallery-wifi-switch", "route-monitor.txt")
        .replace(`${SERVER} 172.20.10.1`, "198.51.100.9 172.20.10.1")
        .split("\n\n")
        .map(withoutNumbers)
        // AirDrop's interface is not at work in this world.
        .filter((message) => !message.includes("awdl0"));
      expect(recorded.length).toBe(8);
      expect(recorded.filter((message) => !heard.includes(message))).toEqual([]);
      const places = recorded.map((message) => heard.indexOf(message));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );
});

/** Times, lengths and who asked differ from run to run. */
function withoutNumbers(message: string): string {
  return message
    .trim()
    .replace(/^got message of size \d+ on .*$/m, "got message")
    .replace(/\b(len|pid:|seq) \d+/g, "$1 N")
    .replace(/, metric 0, flags:$/m, ", metric 0, flags:");
}

/** Starts the program; gives its messages so far, and what ends it and waits until it is gone. */
async function listen(mac: Mac) {
  const child = spawn(join(mac.root, "sbin/route"), ["-n", "monitor"], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => (text += more));
  const messages = () => text.split("\n\n").filter((message) => message !== "");
  let pings = 0;
  // It listens when it hears what is said now.
  await until("the monitor listens", () => {
    pings += 1;
    mac.kernel.setStatus("en0", "active");
    return text !== "" || pings > 2_000;
  });
  text = "";
  const ended = new Promise<void>((settle) => child.on("close", () => settle()));
  return {
    messages,
    end: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
