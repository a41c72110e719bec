// @ts-check

/**
 * Finds or fetches an Electron, and says so when it is not the one that ships. To be called after the dependencies
 * are installed: only then can what it uses be imported.
 *
 * @returns {Promise<import("./electron/runtime.mjs").ElectronRuntime | undefined>}
 */
export async function findElectron() {
  const { electronRuntime } = await import("./electron/runtime.mjs");
  const runtime = await electronRuntime();
  if (runtime?.notice) console.log(runtime.notice);
  return runtime;
}
