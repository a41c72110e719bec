/** Milliseconds since 1970 with fractions: the clock of the kernel's log. */
export function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
