import { join } from "node:path";
import { app, clipboard, ipcMain, powerMonitor, session } from "electron";
import { connectHelper } from "../helper-client/connect-helper.ts";
import type { HelperPurpose } from "../helper-client/helper-connection.ts";
import { lookUpName } from "../observe/name-lookup.ts";
import { entryIds } from "../observe/kept/entry-ids.ts";
import { tryConnect } from "../observe/tcp-attempt.ts";
import { DESKTOP_TEXTS } from "../../shared/locales/desktop-texts.ts";
import { createTranslator } from "../../shared/locales/i18n.ts";
import { serveApp } from "./app-scheme.ts";
import { beginModel } from "./begin-model.ts";
import { createHandlers } from "./handlers.ts";
import { createHelperSetUp } from "./helper-setup/set-up-helper.ts";
import { setupSurroundings } from "./helper-setup/setup-surroundings.ts";
import { keepVpnAlive } from "./keep-alive/keep-vpn-alive.ts";
import { pusherTo } from "./ipc/pusher.ts";
import { serveCalls } from "./ipc/serve-calls.ts";
import { keepMemory } from "./keep-memory.ts";
import { lockDownSession } from "./lock-down.ts";
import type { Log } from "./log.ts";
import { announceNotices } from "./notifications/announce-notices.ts";
import { createNotifier } from "./notifications/notifier.ts";
import { ownCommand } from "./own-commands.ts";
import { createPopover } from "./popover/popover.ts";
import { popoverPicture } from "./popover/popover-picture.ts";
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
import { createTrayIcon } from "./tray/tray-icon.ts";
import { trayOfModel } from "./tray/tray-of-model.ts";
import type { TrayAction } from "./tray/tray-view.ts";
import { viewStateStream } from "./view-state-stream.ts";
import { startLookout } from "./watch/lookout-client.ts";
import { watchMachine } from "./watch/watch-machine.ts";

/** Puts the parts of the desktop app together. Decides nothing: each part is told what it needs, and no more. */
export async function startDesktop(log: Log): Promise<void> {
  const holdfast = ownCommand(app.isPackaged);
  const icon = inApp("build", "icons", "256x256.png");
  const loginStart = openLoginStart({ app, icon, onUnreadable: log.warn });
  const { model, memory, boot, changeSettings } = await beginModel(log, loginStart, holdfast);
  const translate = () => createTranslator(model.getState().language, DESKTOP_TEXTS);

  lockDownSession(session.defaultSession);
  serveApp(session.defaultSession.protocol, inApp("out", "renderer"));
  const picturePath = process.env["HOLDFAST_POPOVER_PICTURE"];
  const popover = createPopover(inApp("out", "preload", "preload.cjs"), picturePath ? "nothing" : "blur");
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
    onChanged: lookForHelper,
    onMistake: log.mistake,
  });
  const onShow = () => {
    lookForHelper();
    helperSetUp.lookAgain();
    setChanged(model, { startsAtLogin: loginStart.isOn() });
  };
  const stream = viewStateStream(model, (state) => push("viewState", state));
  const show = showPopover({ popover, push, ready: stream.subscribed, iconBounds: () => tray.bounds(), onShow });
  const act = (action: TrayAction) => {
    if (action.do === "open") show.open();
    if (action.do === "settings") show.settings();
    if (action.do === "reveal") show.reveal(action.finding);
    if (action.do === "quit") app.quit();
    if (action.do === "pause-notifications") changeSettings({ notifications: action.paused ? "paused" : "on" });
  };
  const trayNow = () => trayOfModel(model.getState(), translate());
  const tray = createTrayIcon(inApp("build", "tray"), trayNow(), { onClick: show.toggle, onAction: act });
  model.subscribe(() => tray.show(trayNow()));
  model.subscribe(({ settings, activity, helperSetup }, before) => {
    if (settings.textSize !== before.settings.textSize) popover.setTextSize(settings.textSize);
    popover.stay("password", activity !== "idle" || helperSetup.activity !== "idle");
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
  const handlers = createHandlers({
    model,
    repairer,
    timeline,
    helperSetUp,
    settings: { model, loginStart, change: changeSettings },
    logs: { clients: () => watch.ask("loggingClients", null), readClipboard: () => clipboard.readText() },
    network: { lookUpName, tryConnect },
    ask: watch.ask,
    lookNow: watch.lookNow,
    onMistake: log.mistake,
    subscribe: stream.subscribe,
    popover,
  });
  serveCalls(ipcMain, handlers, log.mistake);

  powerMonitor.on("suspend", watch.sleep);
  powerMonitor.on("resume", watch.wake);
  powerMonitor.on("unlock-screen", watch.wake);
  app.on("second-instance", popover.showAgain);
  app.on("activate", popover.showAgain);
  quitAfter(
    app,
    async () => {
      popover.hide();
      helperSetUp.stop();
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

  popover.setTextSize(model.getState().settings.textSize);
  await popover.load();
  log.info(`Holdfast ${__VERSION__} started`);
  if (picturePath) {
    const picture = popoverPicture(popover.page, picturePath, log.mistake);
    // Nobody can click here.
    model.setState(({ settings }) => ({ settings: { ...settings, introduced: true } }));
    popover.showAgain();
    picture.save();
    model.subscribe(picture.save);
  } else if (!model.getState().settings.introduced) show.open();
}

function inApp(...parts: string[]): string {
  return join(app.getAppPath(), ...parts);
}
