/**
 * How large a routing table may be that is read, so that memory stays bounded: far more than the million routes of the
 * whole internet. A larger one is `too-large`, as a whole: a part of it would be judged as if the rest were not there.
 */
export const TABLE_LIMITS = {
  /** Bytes of a text: a million rows take 100 MB, with IPv6 addresses 140. */
  bytes: 192 * 2 ** 20,
  rows: 2_000_000,
} as const;
