import { describe, expect, it } from "vitest";
import * as v from "valibot";
import type { Memory } from "../../../electron/observe/kept/memory.ts";
import type { Language } from "../../../shared/contract/settings.ts";
import { NetworkChangeCode } from "../../../shared/history/network-change.ts";
import type { NetworkChange } from "../../../shared/history/network-change.ts";
import { TimelineEntry } from "../../../shared/history/timeline.ts";
import type { Timeline, TimelineEvent } from "../../../shared/history/timeline.ts";
import { timelineEventText } from "../../../shared/locales/timeline-text.ts";
import { cliTranslator } from "../../support/cli-translator.ts";
import { holdfastOn } from "../../support/holdfast-on.ts";
import { NO_MEMORY } from "../../support/no-memory.ts";
import { entryAt } from "../../support/timeline-entries.ts";
import { toldTimeline } from "../../support/told-timeline.ts";

const CLEAN = "02-seed-after-switch-clean";
const remembering = (entries: Timeline): Memory => ({
  ...NO_MEMORY,
  timeline: { ...NO_MEMORY.timeline, read: () => entries },
});
const timeline = (entries: Timeline, ...words: string[]) =>
  holdfastOn({ name: CLEAN, memory: remembering(entries) }, "timeline", ...words);

describe("holdfast timeline", () => {
  it("says so when nothing was noted yet", async () => {
    expect(await timeline([], "--lang", "en")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing has been noted"),
    });
    expect((await timeline([], "--lang", "zh-CN")).out).toContain("还没有记录");
  });

  it("tells the story, the newest first, in both languages", async () => {
    const { code, out, err } = await timeline(toldTimeline(), "--lang", "en");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const places = ["began to watch", "Changed to another network on", "Found: ", "A repair was undone"].map((words) =>
      out.indexOf(words),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places[0]).toBeGreaterThan(places[1] ?? 0);
    expect(out).toMatch(/^\d+ {2}.*A repair was undone/m);
    expect((await timeline(toldTimeline(), "--lang", "zh-CN")).out).toContain("换了网络");
  });

  it("shows of an entry everything that happened, and the lines that differ", async () => {
    const entries = toldTimeline();
    const switched = entries.findIndex(({ events }) =>
      events.some((event) => event.kind === "change" && event.change.code === "network-changed"),
    );
    const number = String(entries.length - switched);
    const { out } = await timeline(entries, number, "--lang", "en");
    expect(out).toMatch(/^Routes$/m);
    expect(out).toMatch(/^ {2}- 0\.0\.0\.0\/0 → 10\.51\.0\.1/m);
    expect(out).toMatch(/^ {2}\+ 0\.0\.0\.0\/0 → 172\.20\.10\.1/m);
    expect(out).toMatch(/^Interfaces$/m);
  });

  it.each(["0", "99", "-1", "first"])("exits with 2 and one line for an entry %j that is not there", async (number) => {
    const { code, out, err } = await timeline([entryAt(0)], "--lang", "en", "--", number);
    expect({ code, out, lines: err.split("\n").length }).toEqual({ code: 2, out: "", lines: 1 });
    expect(err).toContain("the timeline has 1");
  });

  it("prints one JSON document, for the list and for one entry", async () => {
    const entries = toldTimeline();
    const list = JSON.parse((await timeline(entries, "--json")).out);
    expect(v.parse(v.array(TimelineEntry), list.entries)).toEqual(entries.toReversed());
    const one = JSON.parse((await timeline(entries, "1", "--json")).out);
    expect(v.parse(TimelineEntry, one.entry)).toEqual(entries.at(-1));
  });

  it("tells once what app and watch have noted at the same moment", async () => {
    const twice = [entryAt(0), entryAt(1, { id: "other-1" }), entryAt(60)];
    const { entries } = JSON.parse((await timeline(twice, "--json")).out);
    expect(entries.map(({ id }: TimelineEntry) => id)).toEqual(["writer-60", "writer-0"]);
  });
});

/** Arguments as each kind of change has them, in the forms that need other words. */
function examplesOf(code: NetworkChange["code"]): NetworkChange[] {
  const all = {
    interface: "en0",
    address: "172.20.10.2/28",
    gateway: "172.20.10.1",
    oldGateway: "10.51.0.1",
    oldInterface: "en7",
    destination: "203.0.113.9/32",
    client: "openconnect",
    pid: 4711,
    family: "inet",
    servers: ["10.51.0.1", "1.1.1.1"],
    oldServers: [],
  };
  // The router of a network has an address; other rows can lead over the link.
  const overLink = [{ gateway: "link" }, { oldGateway: "link" }, { gateway: "link", oldGateway: "link" }];
  const variants = [{}, { address: "" }, { servers: [] }, ...(code.startsWith("network-") ? [] : overLink)];
  return variants.map((changes) => ({ code, args: { ...all, ...changes } }));
}

describe.each(["en", "zh-CN"] as const)("the sentences of the timeline in %s", (language: Language) => {
  const t = cliTranslator(language);
  const text = (event: TimelineEvent) => timelineEventText(event, t);

  it.each(NetworkChangeCode.options)("have words for %s, whatever is known", (code) => {
    for (const change of examplesOf(code)) {
      const sentence = text({ kind: "change", change });
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/\blink\b| {2}|：，/);
    }
  });

  it("have words for repairs of every outcome", () => {
    const phrases = [
      { code: "delete-route", args: { count: 2 } },
      { code: "reconnect", args: { count: 1 } },
    ];
    const sentences = [
      text({ kind: "repaired", phrases, failed: 0, verdict: "verified" }),
      text({ kind: "repaired", phrases, failed: 1, verdict: "left" }),
      text({ kind: "repaired", phrases: [], failed: 2, verdict: "left" }),
      text({ kind: "undone", restored: 1, skipped: 0 }),
      text({ kind: "repair-failed", during: "repair", error: { code: "plan-changed", args: {} } }),
      text({ kind: "repair-failed", during: "undo", error: { code: "internal", args: { log: "/log" } } }),
    ];
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
