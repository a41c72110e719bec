import type { UpdateWay } from "../../../shared/contract/updates.ts";

/** What tells how this Holdfast came here, and what can bring a newer one. */
export interface UpdateSurroundings {
  readonly isPackaged: boolean;
  /** Whether the packager left the address of a feed. */
  readonly hasFeed: boolean;
  readonly platform: NodeJS.Platform;
  /** Absolute path of the AppImage that runs, null when it is none. */
  readonly appImage: string | null;
  /** What electron-builder calls the package that this was installed from (`deb`), null when it says nothing. */
  readonly packageType: string | null;
  /** Whether the programs are there that install a package after a password. */
  readonly canAskPassword: boolean;
  /** Whether Apple vouches for who signed the app; macOS replaces no other by itself. */
  readonly isSigned: boolean;
}

/** How this Holdfast is updated. */
export function updateWay(surroundings: UpdateSurroundings): UpdateWay {
  const { isPackaged, hasFeed, platform, appImage, packageType, canAskPassword, isSigned } = surroundings;
  if (!hasFeed) return isPackaged ? "no-feed" : "source";
  if (platform === "darwin") return isSigned ? "restart" : "page";
  // A package's notes may have been left in the AppImage too: both are made from one folder.
  if (appImage !== null) return "restart";
  if (packageType !== "deb") return "page";
  return canAskPassword ? "password" : "terminal";
}
