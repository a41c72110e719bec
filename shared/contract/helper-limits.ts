/** Bounds of one helper connection and of one plan. Sizes are bytes, times are milliseconds. */
export const HELPER_LIMITS = {
  requestBytes: 4 * 1024,
  /** Only for `apply` with a list of steps: 1,024 ids are 68 KiB. */
  longRequestBytes: 72 * 1024,
  /** A plan of 1,000 steps is some 0.8 MiB, with long IPv6 rows a little more than 1. */
  responseBytes: 2 * 1024 * 1024,
  requestsPerConnection: 16,
  firstLineMilliseconds: 2_000,
  idleMilliseconds: 5_000,
  /** After this no further request is taken. */
  lifeMilliseconds: 30_000,
  /** After this the process ends whatever it waits for. */
  hardLifeMilliseconds: 45_000,
  chosenSteps: 1_024,
  planSteps: 1_000,
  /** After this no further step of an apply is begun. */
  applyMilliseconds: 20_000,
  routes: 20_000,
  changesPerMinute: 6,
  changesPerHour: 30,
} as const;
