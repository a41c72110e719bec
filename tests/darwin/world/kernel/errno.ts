/** What a routing request can fail with, by its name in errno.h. */
export type Errno = "ESRCH" | "EEXIST" | "ENETUNREACH" | "EADDRNOTAVAIL" | "EHOSTUNREACH" | "EINVAL";

interface Meaning {
  readonly number: number;
  readonly text: string;
}

/** Numbers of XNU and the words of `route` (macos-facts §4.2: it has its own for ESRCH, the others are strerror's). */
export const ERRNO: Readonly<Record<Errno, Meaning>> = {
  ESRCH: { number: 3, text: "not in table" },
  EEXIST: { number: 17, text: "File exists" },
  EINVAL: { number: 22, text: "Invalid argument" },
  EADDRNOTAVAIL: { number: 49, text: "Can't assign requested address" },
  ENETUNREACH: { number: 51, text: "Network is unreachable" },
  EHOSTUNREACH: { number: 65, text: "No route to host" },
};
