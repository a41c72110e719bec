import { describe, expect, it } from "vitest";
import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from "electron";
import { APP_PAGE } from "../../../electron/main/app-page.ts";
import { isOurPage, serveCalls } from "../../../electron/main/ipc/serve-calls.ts";
import { callChannel, callNames } from "../../../shared/contract/ipc.ts";
import type { Handlers } from "../../../shared/contract/ipc.ts";
import { DONE, failed } from "../../../shared/contract/result.ts";

type Frame = Pick<WebFrameMain, "url" | "parent">;
type Handler = Parameters<IpcMain["handle"]>[1];

const OURS: Frame = { url: APP_PAGE, parent: null };

/** Serves the handlers and gives back a way to call them from a frame. */
function served(handlers: Partial<Handlers>, onError: (error: unknown) => void = () => {}) {
  const channels = new Map<string, Handler>();
  const all = Object.fromEntries(callNames.map((name) => [name, handlers[name] ?? (async () => DONE)]));
  serveCalls(
    { handle: (channel, handler) => void channels.set(channel, handler) },
    all as unknown as Handlers,
    onError,
  );
  const call = (channel: string, frame: Frame | null, payload: unknown) =>
    channels.get(channel)?.({ senderFrame: frame } as IpcMainInvokeEvent, payload);
  return { channels, call };
}

describe("serving the contract", () => {
  it("answers on one channel for each call and on no other", () => {
    expect([...served({}).channels.keys()]).toEqual(callNames.map(callChannel));
  });

  it("answers our page", async () => {
    expect(await served({}).call(callChannel("look"), OURS, null)).toEqual(DONE);
  });

  it("answers what a handler throws without its message, and reports it", async () => {
    const errors: unknown[] = [];
    const mistake = new Error("/root/secret is not there");
    const { call } = served({ look: () => Promise.reject(mistake) }, (error) => errors.push(error));
    expect(await call(callChannel("look"), OURS, null)).toEqual(failed("internal"));
    expect(errors).toEqual([mistake]);
  });

  it.each<[string, Frame | null]>([
    ["a frame that is gone", null],
    ["a frame inside our page", { url: APP_PAGE, parent: OURS as WebFrameMain }],
    ["another origin", { url: "app://holdfast.example/index.html", parent: null }],
    ["a web page", { url: "https://holdfast/index.html", parent: null }],
    ["a file", { url: "file:///index.html", parent: null }],
    ["no address", { url: "", parent: null }],
  ])("refuses %s without asking the handler", async (_who, frame) => {
    const asked: string[] = [];
    const { call } = served({ look: async () => (asked.push("look"), DONE) });
    expect(await call(callChannel("look"), frame, null)).toEqual(failed("foreign-sender"));
    expect(asked).toEqual([]);
    expect(isOurPage(frame)).toBe(false);
  });
});
