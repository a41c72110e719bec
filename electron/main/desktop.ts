import { join } from "node:path";
import { app, clipboard, ipcMain, powerMonitor, shell } from "electron";
import { connectHelper } from "../helper-client/connect-helper.ts";
import type { HelperPurpose } from "../helper-client/helper-connection.ts";
import { lookUpName } from "../observe/name-lookup.ts";
import { entryIds } from "../observe/kept/entry-ids.ts";
import { tryConnect } from "../observe/tcp-attempt.ts";
import { beginModel } from "./begin-model.ts";
import { createHandlers } from "./handlers.ts";
import { createHelperSetUp } from "./helper-setup/set-up-helper.ts";
import { setupSurroundings } from "./helper-setup/setup-surroundings.ts";
import { keepVpnAlive } from "./keep-alive/keep-vpn-alive.ts";
import { pusherTo } from "./ipc/pusher.ts";
import { serveCalls } from "./ipc/serve-calls.ts";
import { keepMemory } from "./keep-memory.ts";
import type { Log } from "./log.ts";
import { announceNotices } from "./notifications/announce-notices.ts";
import { createNotifier } from "./notifications/notifier.ts";
import { ownCommand } from "./own-commands.ts";
import { ownIcon } from "./own-icon.ts";
import { preparePageSession } from "./page-session.ts";
import { beginShowing } from "./popover/begin-showing.ts";
import { createPopover } from "./popover/popover.ts";
import { showPopover } from "./popover/show-popover.ts";
import { quitAfter } from "./quit.ts";
import { helperAvailability, modeFor } from "./repair/helper-availability.ts";
import type { Rights } from "./repair/helper-availability.ts";
import { helperSurroundings } from "./repair/helper-surroundings.ts";
import { createRepairer } from "./repair/repairer.ts";
import { openLoginStart } from "./settings/login-start.ts";
import { noteKeptAlive } from "./timeline/note-kept-alive.ts";
import { noteTimeline } from "./timeline/note-timeline.ts";
import { createTimelineStore } from "./timeline/timeline-store.ts";
import { setChanged } from "./set-changed.ts";
import { trayActions } from "./tray/tray-actions.ts";
import type { FirstTray } from "./tray/first-tray.ts";
import { trayOfModel } from "./tray/tray-of-model.ts";
import { startUpdates } from "./updates/start-updates.ts";
import { viewStateStream } from "./view-state-stream.ts";
import { startLookout } from "./watch/lookout-client.ts";
import { renewLook } from "./watch/renew-look.ts";
import { watchMachine } from "./watch/watch-machine.ts";

/** Puts the parts of the desktop app together. Decides nothing: each part is told what it needs, and no more. */
export async function startDesktop(log: Log, { tray, chosen, translator }: FirstTray): Promise<void> {
  const holdfast = ownCommand(app.isPackaged);
  const loginStart = openLoginStart({ app, icon: ownIcon(app), onUnreadable: log.warn });
  const { model, memory, boot, changeSettings } = await beginModel(chosen, log, loginStart, holdfast);
  const translate = () => translator(model.getState().language);

  const picturePath = process.env["HOLDFAST_POPOVER_PICTURE"] || null;
  const popover = createPopover({
    preload: inApp("out", "preload", "preload.cjs"),
    hidesOn: picturePath === null ? "blur" : "nothing",
    textSize: model.getState().settings.textSize,
    prepareSession: () => preparePageSession(inApp("out", "renderer")),
    told: () => stream.subscribed(),
    onBroken: (reason) => log.warn(`the popover's page ended: ${reason}`),
  });
  const push = pusherTo(popover.page);

  // It may be installed or removed while the app runs.
  const lookForHelper = () => {
    const surroundings = helperSurroundings([...holdfast, "clean"]);
    setChanged(model, { helper: helperAvailability(surroundings) });
    return surroundings;
  };
  const helperSetUp = createHelperSetUp({
    model,
    look: setupSurroundings,
    holdfast,
    open: (path) => shell.openPath(path),
    onChanged: lookForHelper,
    onMistake: log.mistake,
  });
  const onShow = () => {
    lookForHelper();
    helperSetUp.lookAgain();
    setChanged(model, { startsAtLogin: loginStart.isOn() });
    renewLook({ model, look: watch.lookNow, onError: log.mistake });
  };
  const stream = viewStateStream(model, (state) => push("viewState", state));
  popover.onGone(stream.unsubscribe);
  const show = showPopover({ popover, push, iconBounds: () => tray.bounds(), onShow, onError: log.mistake });
  tray.listen({ onClick: show.toggle, onAction: trayActions({ show, changeSettings, quit: () => app.quit() }) });
  model.subscribe((now) => tray.show(trayOfModel(now, translate())));
  model.subscribe(({ settings, activity, helperSetup, updates: { progress } }, before) => {
    if (settings.textSize !== before.settings.textSize) popover.setTextSize(settings.textSize);
    const isInstalling = helperSetup.activity !== "idle" || progress.state === "installing";
    popover.stay("password", activity !== "idle" || isInstalling);
  });

  const notifier = createNotifier((notice) => {
    if ("finding" in notice && notice.finding !== null) show.reveal(notice.finding);
    else show.open();
  });
  popover.onShow(announceNotices({ model, popover, notifier, translate }));

  const timeline = createTimelineStore(memory.timeline.read());
  const memoryKeeper = keepMemory(model, timeline, memory);
  const nextId = entryIds();
  const addEntry = noteTimeline(model, timeline, nextId);
  const watch = watchMachine({
    model,
    onEntry: addEntry,
    start: (onSeen) =>
      startLookout({
        program: inApp("out", "lookout", "lookout.cjs"),
        start: () => ({ history: model.getState().history, boot }),
        onSeen,
        onError: log.mistake,
      }),
  });
  const connect = (retry: string, rights: Rights, purpose: HelperPurpose) => {
    const mode = modeFor(rights, lookForHelper());
    return connectHelper({ retry: [...holdfast, retry], purpose, ...(mode !== undefined && { mode }) });
  };
  const repairer = createRepairer({
    model,
    connect: (rights) => connect("clean", rights, "repair"),
    look: watch.lookNow,
    onMistake: log.mistake,
  });
  const noteEpisode = noteKeptAlive(model, addEntry, nextId);
  const keepAlive = keepVpnAlive({
    model,
    connect: () => connect("guard", "routes", "keep-alive"),
    lookForHelper: () => void lookForHelper(),
    onEpisode: (event) => {
      noteEpisode(event);
      void watch.lookNow().catch(log.mistake);
    },
    onMistake: log.mistake,
  });
  const updates = startUpdates(model, log, inApp("out", "updater", "updater.cjs"));
  const handlers = createHandlers({
    model,
    repairer,
    timeline,
    helperSetUp,
    settings: { model, loginStart, change: changeSettings },
    updates: updates.handlers,
    logs: { clients: () => watch.ask("loggingClients", null), readClipboard: () => clipboard.readText() },
    network: { lookUpName, tryConnect },
    report: {
      redacted: watch.redacted,
      folder: app.getPath("downloads"),
      show: (path) => shell.showItemInFolder(path),
    },
    ask: watch.ask,
    lookNow: watch.lookNow,
    onMistake: log.mistake,
    subscribe: stream.subscribe,
    popover,
  });
  serveCalls(ipcMain, handlers, log.mistake);

  powerMonitor.on("suspend", watch.sleep);
  powerMonitor.on("resume", watch.wake);
  powerMonitor.on("resume", updates.wake);
  powerMonitor.on("unlock-screen", watch.wake);
  app.on("second-instance", show.again);
  app.on("activate", show.again);
  // It lives in the tray, also while there is no window (Electron would end it).
  app.on("window-all-closed", () => {});
  quitAfter(
    app,
    async () => {
      popover.hide();
      helperSetUp.stop();
      updates.stop();
      const ended = Promise.all([keepAlive.stop(), watch.stop()]);
      try {
        memoryKeeper.stop();
      } finally {
        await ended;
      }
    },
    log.mistake,
  );
  app.dock?.hide();

  log.info(`Holdfast ${__VERSION__} started`);
  await beginShowing({ model, popover, show, picturePath, onError: log.mistake });
}

function inApp(...parts: string[]): string {
  return join(app.getAppPath(), ...parts);
}
