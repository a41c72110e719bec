import type { PrivateFolders } from "./private-folders.ts";

/** All variables of a program on the desktop. */
export type Environment = Readonly<Record<string, string>>;

/**
 * What every program of a desktop gets, nothing of the user's own. Set before the bus starts: the services that it
 * activates inherit it, and would otherwise use the real home.
 */
export function privateEnvironment(folders: PrivateFolders): Environment {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    LANG: "C.UTF-8",
    HOME: folders.home,
    TMPDIR: folders.temporary,
    XDG_CONFIG_HOME: folders.config,
    XDG_CACHE_HOME: folders.cache,
    XDG_DATA_HOME: folders.data,
    XDG_RUNTIME_DIR: folders.runtime,
    // The bus has no accessibility service, and GTK would complain.
    NO_AT_BRIDGE: "1",
  };
}
