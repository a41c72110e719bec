// @ts-check

/**
 * Where the executable lies in an unpacked Electron; the same table as in the `electron` package.
 *
 * @param {NodeJS.Platform} platform
 */
export const executableIn = (platform) => (platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron");
