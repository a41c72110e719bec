import { isAbsolute } from "node:path";

/**
 * The AppImage that `program` runs from, null when it is none: its program lies in a folder that is gone when the app is.
 * Both variables are inherited by whatever is started from any AppImage, a terminal, say; they are ours only when our
 * program lies in there.
 */
export function ownImage(program: string, { APPIMAGE = "", APPDIR = "" }: NodeJS.ProcessEnv): string | null {
  return isAbsolute(APPIMAGE) && isAbsolute(APPDIR) && program.startsWith(`${APPDIR}/`) ? APPIMAGE : null;
}
