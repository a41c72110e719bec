/** One bit of an address on the way from its first to its last. */
export interface TrieNode {
  readonly id: number;
  zero: TrieNode | null;
  one: TrieNode | null;
  /** An address or network of the capture ends here, and must not be found again in what replaces it. */
  ends: boolean;
  /** The bit below stays what it is. */
  fixed: boolean;
}

/** Numbers of so many bits that are to be replaced, by their bits, with those on which nothing may change. */
export interface AddressTrie {
  readonly bits: number;
  readonly root: TrieNode;
  /** Adds the first `length` bits of a number that is to be replaced. */
  addOriginal(value: bigint, length: number): void;
  /** Lets the bits of a number from `from` (0 is the first) to before `end` be what they are. */
  fix(value: bigint, from: number, end: number): void;
}

/** An empty trie for numbers of so many bits. */
export function addressTrie(bits: number): AddressTrie {
  let nodes = 0;
  const newNode = (): TrieNode => ({ id: nodes++, zero: null, one: null, ends: false, fixed: false });
  const root = newNode();
  const walk = (value: bigint, length: number, onWay: (node: TrieNode, depth: number) => void): TrieNode => {
    let node = root;
    for (const [depth, bit] of [...bitsOf(value, bits).slice(0, length)].entries()) {
      onWay(node, depth);
      node = bit === "1" ? (node.one ??= newNode()) : (node.zero ??= newNode());
    }
    return node;
  };
  return {
    bits,
    root,
    addOriginal: (value, length) => {
      walk(value, length, () => undefined).ends = true;
    },
    fix: (value, from, end) => {
      walk(value, end, (node, depth) => {
        if (depth >= from) node.fixed = true;
      });
    },
  };
}

/** The bits of a number, the first first. */
export function bitsOf(value: bigint, bits: number): string {
  return value.toString(2).padStart(bits, "0");
}
