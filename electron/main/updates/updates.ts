import type { Handlers } from "../../../shared/contract/ipc.ts";
import { DONE, failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { Release, Updates, UpdateWay } from "../../../shared/contract/updates.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { DownloadedPackage, UpdateFeed } from "../../updater/update-feed.ts";
import type { ModelStore } from "../model.ts";
import { advanceUpdate, nextAct } from "./advance-update.ts";
import type { UpdateEvent } from "./advance-update.ts";

/** What updating needs of the rest of the app. */
export interface UpdatesParts {
  readonly model: ModelStore;
  /** How this Holdfast is updated; on macOS it is known only when somebody asks. */
  way(): Promise<UpdateWay>;
  openFeed(): Promise<Result<UpdateFeed>>;
  /** Installs a package and starts the new app; gives why it did not, and null when it did. */
  install(found: DownloadedPackage, feed: UpdateFeed): Promise<CodedText | null>;
  /** What a person types to install this package (absolute path). */
  commandFor(path: string): string;
  /** Opens a page in the browser. */
  openPage(url: string): Promise<void>;
  /** Is told that the feed has answered. */
  onChecked(): void;
  /** Notes what nobody foresaw and names it for the user. */
  onMistake(error: unknown): CodedText;
}

/** Looks for a newer Holdfast, fetches and installs it. How that goes is in the model. */
export interface AppUpdates extends Pick<Handlers, "checkForUpdates" | "downloadUpdate" | "installUpdate"> {
  /** Checks without being asked, when nothing else goes on; that it does not work is nobody's concern then. */
  checkQuietly(): Promise<void>;
}

/** Answers the calls by which the popover updates the app. */
export function updateHandlers(
  updates: AppUpdates,
): Pick<Handlers, "checkForUpdates" | "downloadUpdate" | "installUpdate"> {
  return {
    checkForUpdates: () => updates.checkForUpdates(null),
    downloadUpdate: () => updates.downloadUpdate(null),
    installUpdate: () => updates.installUpdate(null),
  };
}

/** A way by which this app can learn of newer ones. */
export function hasFeed({ way }: Pick<Updates, "way">): boolean {
  return way !== "source" && way !== "no-feed";
}

/** Nothing is asked, fetched or installed before one of these is called. */
export function createUpdates(parts: UpdatesParts): AppUpdates {
  const { model } = parts;
  let feed: UpdateFeed | null = null;
  let here: DownloadedPackage | null = null;
  const now = () => model.getState().updates;
  const happen = (event: UpdateEvent) =>
    model.setState(({ updates }) => ({ updates: { ...updates, progress: advanceUpdate(updates.progress, event) } }));
  const refuse = (error: CodedText, next: "check" | "install"): Result<never> => {
    happen({ event: "failed", error, next });
    return { ok: false, error };
  };
  const find = async (): Promise<Result<Release | null>> => {
    const way = await parts.way();
    model.setState(({ updates }) => ({ updates: { ...updates, way } }));
    const opened = await parts.openFeed();
    if (!opened.ok) return opened;
    const found = await opened.value.check();
    if (!found.ok) return found;
    feed = opened.value;
    parts.onChecked();
    return found;
  };
  const tell = (found: Release | null) =>
    happen(found === null ? { event: "none-found" } : { event: "found", release: found });
  const foreseen = <Value>(work: () => Promise<Result<Value>>) =>
    work().catch((error: unknown): Result<Value> => ({ ok: false, error: parts.onMistake(error) }));
  return {
    async checkForUpdates() {
      if (!hasFeed(now()) || nextAct(now().progress) !== "check") return failed("busy");
      happen({ event: "check-began" });
      const found = await foreseen(find);
      if (!found.ok) return refuse(found.error, "check");
      tell(found.value);
      return DONE;
    },
    async checkQuietly() {
      if (!hasFeed(now()) || nextAct(now().progress) !== "check") return;
      happen({ event: "check-began" });
      const found = await foreseen(find);
      if (found.ok) tell(found.value);
      else happen({ event: "check-dropped" });
    },
    async downloadUpdate() {
      const source = feed;
      if (source === null || now().way === "page" || nextAct(now().progress) !== "download") return failed("busy");
      happen({ event: "download-began" });
      const fetched = await foreseen(() => source.download((percent) => happen({ event: "percent", percent })));
      if (!fetched.ok) return refuse(fetched.error, "check");
      here = fetched.value;
      const command = now().way === "terminal" ? parts.commandFor(here.path) : null;
      happen({ event: "downloaded", command });
      return DONE;
    },
    async installUpdate() {
      const [source, found] = [feed, here];
      if (source !== null && now().way === "page") {
        await parts.openPage(source.page);
        return DONE;
      }
      if (source === null || found === null || nextAct(now().progress) !== "install") return failed("busy");
      happen({ event: "install-began" });
      const ended = await foreseen(async () => ({ ok: true, value: await parts.install(found, source) }));
      const failure = ended.ok ? ended.value : ended.error;
      if (failure === null) return DONE;
      return refuse(failure, failure.code === "file-changed" ? "check" : "install");
    },
  };
}
