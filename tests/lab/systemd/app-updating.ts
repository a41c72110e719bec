import { installPackage } from "../../../electron/main/updates/install-package.ts";
import type { DownloadedPackage } from "../../../electron/updater/update-feed.ts";

// The app's part that installs a downloaded package, put together as the app does, without windows. Takes the package as a
// JSON object; prints why it was not installed (null when it was), and whether the app would have started anew.

const found: DownloadedPackage = JSON.parse(process.argv[2] ?? "");
let isStartedAnew = false;
void installPackage(
  {
    feed: {
      replaceApp: () => {
        throw new Error("this is no Mac");
      },
    },
    appImage: null,
    stop: new AbortController().signal,
    restart: () => {
      isStartedAnew = true;
    },
  },
  found,
).then((failure) => console.log(JSON.stringify({ failure, isStartedAnew })));
