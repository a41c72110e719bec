import { bitsOf } from "./address-trie.ts";
import type { AddressTrie, TrieNode } from "./address-trie.ts";
import type { Draw } from "./seed.ts";

/** Replaces numbers of a trie. One that was not added is replaced as far as it has bits in common with one that was. */
export type BitMapping = (value: bigint) => bigint;

/** Comparisons that are made at most to keep originals out of the way; a table of thousands of networks leaves no room. */
const MOST_COMPARISONS = 200_000;

/**
 * Draws which bits of the addresses change, so that two addresses have as many leading bits in common as before: same
 * network, longest prefix and equality stay (prefix-preserving, as in Xu et al., "Prefix-preserving IP address
 * anonymization", 2002). Of two ways that are possible the one is taken that leads to no other original, where there
 * is room: whoever finds an address of the machine in the bundle should be sure that it is none.
 */
export function drawMapping({ root, bits }: AddressTrie, draw: Draw): BitMapping {
  const preferred = new Map<TrieNode, boolean>();
  forEachNode(root, (node) => preferred.set(node, !node.fixed && draw.bit()));
  const flipped = new Set<TrieNode>();
  const search: Search = { preferred, known: new Map(), comparisons: 0 };
  choose(root, root, search, flipped);
  return (value) => replaced(bitsOf(value, bits), root, flipped);
}

function replaced(bits: string, root: TrieNode, flipped: ReadonlySet<TrieNode>): bigint {
  let node: TrieNode | null = root;
  let text = "";
  for (const bit of bits) {
    const flip: boolean = node !== null && flipped.has(node);
    text += flip === (bit === "1") ? "0" : "1";
    node = bit === "1" ? (node?.one ?? null) : (node?.zero ?? null);
  }
  return BigInt(`0b${text}`);
}

interface Search {
  readonly preferred: ReadonlyMap<TrieNode, boolean>;
  /** By source and image: how many originals are met below at best. */
  readonly known: Map<string, number>;
  comparisons: number;
}

function forEachNode(node: TrieNode, visit: (node: TrieNode) => void): void {
  visit(node);
  if (node.zero !== null) forEachNode(node.zero, visit);
  if (node.one !== null) forEachNode(node.one, visit);
}

function choose(node: TrieNode, image: TrieNode | null, search: Search, flipped: Set<TrieNode>): void {
  const flip = isFlipBetter(node, image, search);
  if (flip) flipped.add(node);
  const [zeroImage, oneImage] = imagesBelow(image, flip);
  if (node.zero !== null) choose(node.zero, zeroImage, search, flipped);
  if (node.one !== null) choose(node.one, oneImage, search, flipped);
}

function isFlipBetter(node: TrieNode, image: TrieNode | null, search: Search): boolean {
  const first = search.preferred.get(node) ?? false;
  if (node.fixed || image === null) return first;
  const withFirst = metBelow(node, image, first, search);
  return withFirst === 0 || withFirst <= metBelow(node, image, !first, search) ? first : !first;
}

/** How many originals are met at and below the image of the node, with the best choices below it. */
function met(node: TrieNode | null, image: TrieNode | null, search: Search): number {
  if (node === null || image === null || search.comparisons++ > MOST_COMPARISONS) return 0;
  const key = `${node.id} ${image.id}`;
  const before = search.known.get(key);
  if (before !== undefined) return before;
  const here = node.ends && image.ends ? 1 : 0;
  const first = search.preferred.get(node) ?? false;
  const found = metBelow(node, image, first, search);
  const best = node.fixed || found === 0 ? found : Math.min(found, metBelow(node, image, !first, search));
  search.known.set(key, here + best);
  return here + best;
}

function metBelow(node: TrieNode, image: TrieNode, flip: boolean, search: Search): number {
  const [zeroImage, oneImage] = imagesBelow(image, flip);
  return met(node.zero, zeroImage, search) + met(node.one, oneImage, search);
}

function imagesBelow(image: TrieNode | null, flip: boolean): [TrieNode | null, TrieNode | null] {
  if (image === null) return [null, null];
  return flip ? [image.one, image.zero] : [image.zero, image.one];
}
