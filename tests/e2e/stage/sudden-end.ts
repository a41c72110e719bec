const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Cleans up when this process ends before it has done so itself. Test runners handle signals in their own way and then exit;
 * where nobody handles them, the signal takes its usual effect after the clean-up.
 * @param cleanUp must not wait for anything
 * @returns forgets about it
 */
export function onSuddenEnd(cleanUp: () => void): () => void {
  const forget = () => {
    process.off("exit", cleanUp);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    cleanUp();
    forget();
    process.kill(process.pid, signal);
  };
  process.on("exit", cleanUp);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return forget;
}
