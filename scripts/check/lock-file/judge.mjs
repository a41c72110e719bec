// @ts-check

/**
 * @typedef {object} Locked what package-lock.json says of one package
 * @property {string} [version]
 * @property {string} [resolved] where it was fetched; the project's .npmrc leaves it out for what comes from a registry
 * @property {string} [integrity]
 * @property {boolean} [inBundle] it came inside of another package
 * @property {boolean} [link] it lies somewhere else on this machine
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [devDependencies]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 *
 * @typedef {object} Project what package.json says
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [devDependencies]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 *
 * @typedef {"dependencies" | "devDependencies" | "optionalDependencies"} Kind
 */

/** @type {readonly Kind[]} */
const KINDS = ["dependencies", "devDependencies", "optionalDependencies"];

/** One version and no other; the second form gives a package another name here. */
const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * What makes an installation anything else than these very packages of the registry.
 *
 * @param {Project} project
 * @param {Readonly<Record<string, Locked>>} packages of the lock file, by folder; "" is the project
 * @returns {string[]} one sentence for each breach
 */
export function lockFileBreaches(project, packages) {
  const { "": root = {}, ...others } = packages;
  return [
    ...KINDS.flatMap((kind) => wantedBreaches(kind, project[kind] ?? {}, root[kind] ?? {})),
    ...Object.entries(others).flatMap(([folder, locked]) => packageBreaches(folder, locked)),
  ];
}

/**
 * @param {Kind} kind
 * @param {Readonly<Record<string, string>>} wanted
 * @param {Readonly<Record<string, string>>} locked
 */
function wantedBreaches(kind, wanted, locked) {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(locked)])];
  const apart = names.filter((name) => wanted[name] !== locked[name]);
  const loose = Object.entries(wanted).filter(([, version]) => !EXACT.test(version));
  return [
    ...apart.map((name) => `${kind}: package.json and package-lock.json say different things of ${name}.`),
    ...loose.map(
      ([name, version]) => `${kind}: ${name} is not pinned to one version of the registry, but to "${version}".`,
    ),
  ];
}

/**
 * @param {string} folder
 * @param {Locked} locked
 */
function packageBreaches(folder, { version = "", resolved, integrity, inBundle = false, link = false }) {
  const breaches = [];
  if (link) breaches.push(`${folder} is a link to somewhere on this machine.`);
  if (!link && !EXACT.test(version)) breaches.push(`${folder} has no version of the registry, but "${version}".`);
  if (resolved !== undefined) breaches.push(`${folder} is fetched from one address and no other: ${resolved}`);
  // What comes inside of another package is covered by the other's checksum.
  if (!link && !inBundle && !/^sha512-[\w+/]{86}==$/.test(integrity ?? "")) {
    breaches.push(`${folder} has no SHA-512 checksum.`);
  }
  return breaches;
}
