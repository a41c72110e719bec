import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import * as v from "valibot";

/** What electron-builder writes about the feed; of its kinds only the static folder is used. */
const FeedFile = v.object({ provider: v.literal("generic"), url: v.string() });

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * The address of the folder with the releases, out of the file that electron-builder wrote when this Holdfast was packaged
 * (app-update.yml). Null when the file names none that may be used: what is installed later comes from there, so only
 * HTTPS vouches for it; `isPackaged` false also allows HTTP on this very machine, where tests have their feed.
 */
export async function readFeedFile(path: string, isPackaged: boolean): Promise<URL | null> {
  const read = v.safeParse(FeedFile, parsed(await readFile(path, "utf8")));
  if (!read.success || !URL.canParse(read.output.url)) return null;
  const url = new URL(read.output.url);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return null;
  const isOfThisMachine = !isPackaged && url.protocol === "http:" && LOOPBACK.has(url.hostname);
  return url.protocol === "https:" || isOfThisMachine ? url : null;
}

function parsed(text: string): unknown {
  try {
    return load(text);
  } catch {
    // No YAML is as good as no address.
    return null;
  }
}
