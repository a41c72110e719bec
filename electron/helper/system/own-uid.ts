/** The user whose rights this process has: root, or the system user of the helper that can only change routes. */
export function ownUid(): number {
  return process.geteuid?.() ?? 0;
}
