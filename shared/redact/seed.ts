/** What pseudonyms are drawn from. With the same seed the same capture gets the same pseudonyms. */
export interface RedactionSeed {
  /** Random text, new for each bundle and never saved: without it nobody can draw the same pseudonyms again. */
  readonly salt: string;
  /** SHA-256 of a UTF-8 text as 64 lower-case hex digits. Injected: shared/ has no cryptography of its own. */
  readonly sha256: (text: string) => string;
}

/** Random bits that follow from a seed alone, in the order in which they are drawn. */
export interface Draw {
  /** One bit. */
  bit(): boolean;
  /** A whole number of so many bits, at most 256. */
  bits(count: number): bigint;
}

const BITS_OF_DIGEST = 256;

/** Draws from the seed by hashing a counter. Draws for different purposes know nothing of each other. */
export function drawFrom({ salt, sha256 }: RedactionSeed, purpose: string): Draw {
  let counter = 0;
  let pool = "";
  const take = (count: number): string => {
    while (pool.length < count) {
      const digest = sha256(`holdfast/redact/v1\n${purpose}\n${counter++}\n${salt}`);
      pool += BigInt(`0x${digest}`).toString(2).padStart(BITS_OF_DIGEST, "0");
    }
    const taken = pool.slice(0, count);
    pool = pool.slice(count);
    return taken;
  };
  return { bit: () => take(1) === "1", bits: (count) => BigInt(`0b${take(count)}`) };
}
