import { chown, mkdir, writeFile } from "node:fs/promises";
import { startElectron, type LaptopElectron } from "../stage/laptop-electron/start-electron.ts";
import { anotherUserOf, OTHER_UID, type AnotherUser } from "./another-user.ts";
import { test as story } from "./story-test.ts";

/** A story about somebody who is not root. */
export interface OwnAppStory {
  user: AnotherUser;
  /** What must be there before the app starts; nothing unless a story brings it. */
  prepared: undefined;
  /** The user's app: it runs on the lab's laptop and shows itself on the desktop. */
  ownApp: LaptopElectron;
}

export const test = story.extend<OwnAppStory>({
  user: async ({ desktop }, use) => {
    const user = await anotherUserOf(desktop);
    await use(user);
    await user.remove();
  },
  prepared: async ({}, use) => use(undefined),
  ownApp: async ({ lab, user, settings, prepared: _prepared }, use) => {
    const data = `${user.home}/data`;
    await mkdir(data);
    await writeFile(`${data}/settings.json`, JSON.stringify(settings));
    for (const path of [data, `${data}/settings.json`]) await chown(path, OTHER_UID, OTHER_UID);
    const args = [user.app, `--user-data-dir=${data}`];
    const app = await startElectron(lab.laptop.enter, { ...user, args });
    await use(app);
    await app.stop();
  },
});
