import { join } from "node:path";
import { app, ipcMain, powerMonitor, session, systemPreferences } from "electron";
import { connectHelper } from "../helper-client/connect-helper.ts";
import type { HelperPurpose } from "../helper-client/helper-connection.ts";
import { readBootId } from "../observe/boot-id.ts";
import { lookUpName } from "../observe/name-lookup.ts";
import { entryIds } from "../observe/kept/entry-ids.ts";
import { openMemory } from "../observe/kept/memory.ts";
import { stateFolder } from "../observe/kept/state-folder.ts";
import { tryConnect } from "../observe/tcp-attempt.ts";
import { chooseLanguage } from "../../shared/contract/settings.ts";
import type { Settings } from "../../shared/contract/settings.ts";
import type { FindingId } from "../../shared/health/finding.ts";
import { DESKTOP_TEXTS } from "../../shared/locales/desktop-texts.ts";
import { createTranslator } from "../../shared/locales/i18n.ts";
import { serveApp } from "./app-scheme.ts";
import { createHandlers } from "./handlers.ts";
import { keepVpnAlive } from "./keep-alive/keep-vpn-alive.ts";
import { pusherTo } from "./ipc/pusher.ts";
import { serveCalls } from "./ipc/serve-calls.ts";
import { keepMemory } from "./keep-memory.ts";
import { lockDownSession } from "./lock-down.ts";
import type { Log } from "./log.ts";
import { createModel, shownAssessment, shownPlan } from "./model.ts";
import type { Model } from "./model.ts";
import { announceKeepAlive } from "./notifications/announce-keep-alive.ts";
import { announceLooks } from "./notifications/announce-looks.ts";
import type { Notice } from "./notifications/notice.ts";
import { createNotifier } from "./notifications/notifier.ts";
import { createPopover } from "./popover/popover.ts";
import { popoverPicture } from "./popover/popover-picture.ts";
import { quitAfter } from "./quit.ts";
import { helperAvailability, modeFor } from "./repair/helper-availability.ts";
import type { Rights } from "./repair/helper-availability.ts";
import { helperSurroundings } from "./repair/helper-surroundings.ts";
import { createRepairer } from "./repair/repairer.ts";
import { openSettings } from "./settings/settings-store.ts";
import { noteKeptAlive } from "./timeline/note-kept-alive.ts";
import { noteTimeline } from "./timeline/note-timeline.ts";
import { createTimelineStore } from "./timeline/timeline-store.ts";
import { createTrayIcon } from "./tray/tray-icon.ts";
import { trayView } from "./tray/tray-view.ts";
import type { TrayAction, TrayView } from "./tray/tray-view.ts";
import { viewStateStream } from "./view-state-stream.ts";
import { startLookout } from "./watch/lookout-client.ts";
import { watchMachine } from "./watch/watch-machine.ts";

/** The commands that do the same with rights in a terminal, for those whose desktop cannot ask for a password. */
const CLEAN_IN_A_TERMINAL = ["npx", "holdfast", "clean"];
const GUARD_IN_A_TERMINAL = ["npx", "holdfast", "guard"];

/** Puts the parts of the desktop app together. Decides nothing: each part is told what it needs, and no more. */
export async function startDesktop(log: Log): Promise<void> {
  const settings = openSettings((reason) => log.warn(`settings not read, defaults hold: ${reason}`));
  const boot = await readBootId();
  const memory = openMemory(stateFolder(), boot, { unusable: "set-aside", onProblem: log.warn });
  const model = createModel({
    history: memory.history.read(),
    os: process.platform === "darwin" ? "darwin" : "linux",
    settings: settings.current,
    language: chooseLanguage(settings.current.language, app.getPreferredSystemLanguages()),
    helper: helperAvailability(helperSurroundings(CLEAN_IN_A_TERMINAL)),
  });
  // It may be installed or removed while the app runs.
  const lookForHelper = () => {
    const surroundings = helperSurroundings(CLEAN_IN_A_TERMINAL);
    model.setState({ helper: helperAvailability(surroundings) });
    return surroundings;
  };
  const translate = () => createTranslator(model.getState().language, DESKTOP_TEXTS);

  lockDownSession(session.defaultSession);
  serveApp(session.defaultSession.protocol, inApp("out", "renderer"));
  const picturePath = process.env["HOLDFAST_POPOVER_PICTURE"];
  const popover = createPopover(inApp("out", "preload", "preload.cjs"), picturePath ? "nothing" : "blur");
  const push = pusherTo(popover.page);
  const reveal = (finding: FindingId) => {
    popover.show(tray.bounds());
    push("reveal", { finding });
  };

  const open = () => {
    lookForHelper();
    popover.show(tray.bounds());
  };
  const toggle: typeof popover.toggle = (bounds) => {
    lookForHelper();
    popover.toggle(bounds);
  };
  const changeSettings = (change: Partial<Settings>) => model.setState({ settings: settings.change(change) });
  const act = (action: TrayAction) => {
    if (action.do === "open") open();
    if (action.do === "reveal") reveal(action.finding);
    if (action.do === "quit") app.quit();
    if (action.do === "pause-notifications") changeSettings({ notifications: action.paused ? "paused" : "on" });
  };
  const trayNow = () => trayViewOf(model.getState(), translate);
  const tray = createTrayIcon(inApp("build", "tray"), trayNow(), { onClick: toggle, onAction: act });
  model.subscribe(() => tray.show(trayNow()));

  const notifier = createNotifier((notice) => {
    if ("finding" in notice) reveal(notice.finding);
    else popover.show(tray.bounds());
  });
  const say = (notice: Notice) => notifier.show(notice, translate());
  announceLooks(model, popover, say);
  announceKeepAlive(model, popover, say);

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
  const connect = (retry: readonly string[], rights: Rights, purpose: HelperPurpose) => {
    const mode = modeFor(rights, lookForHelper());
    return connectHelper({ retry, purpose, ...(mode !== undefined && { mode }) });
  };
  const repairer = createRepairer({
    model,
    connect: (rights) => connect(CLEAN_IN_A_TERMINAL, rights, "repair"),
    look: watch.lookNow,
    onMistake: log.mistake,
  });
  const noteEpisode = noteKeptAlive(model, addEntry, nextId);
  const keepAlive = keepVpnAlive({
    model,
    connect: () => connect(GUARD_IN_A_TERMINAL, "routes", "keep-alive"),
    onEpisode: (event) => {
      noteEpisode(event);
      void watch.lookNow().catch(log.mistake);
    },
    onMistake: log.mistake,
  });
  const stream = viewStateStream(model, (state) => push("viewState", state));
  const handlers = createHandlers({
    model,
    repairer,
    timeline,
    network: { lookUpName, tryConnect },
    ask: watch.ask,
    lookNow: watch.lookNow,
    changeSettings,
    onMistake: log.mistake,
    subscribe: stream.subscribe,
    stay: popover.stay,
    hide: popover.hide,
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

  await popover.load();
  log.info(`Holdfast ${__VERSION__} started`);
  if (picturePath) {
    const picture = popoverPicture(popover.page, picturePath, log.mistake);
    popover.showAgain();
    picture.save();
    model.subscribe(picture.save);
  }
}

function trayViewOf(model: Model, translate: () => ReturnType<typeof createTranslator>): TrayView {
  const { settings, keepAlive } = model;
  const reducedMotion = systemPreferences.getAnimationSettings().prefersReducedMotion;
  const assessment = shownAssessment(model);
  return trayView(
    { assessment, plan: shownPlan(model), keepAlive: keepAlive.state, settings, reducedMotion },
    translate(),
  );
}

function inApp(...parts: string[]): string {
  return join(app.getAppPath(), ...parts);
}
