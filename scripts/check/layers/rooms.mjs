// @ts-check

/**
 * What the files of one folder may import.
 *
 * @typedef {object} Room
 * @property {string} path the folder; a file belongs to the room with the longest path that fits
 * @property {readonly string[]} folders whose files it may import, besides its own
 * @property {readonly string[]} [typesOnlyFrom] folders of which it may import types, but nothing that runs
 * @property {readonly string[] | "any"} packages
 * @property {boolean} node whether Node's own modules are allowed
 */

const judgingLibraries = ["valibot", "ip-address"];

/** @type {readonly Room[]} */
export const rooms = [
  { path: "shared", folders: ["shared/locales"], packages: judgingLibraries, node: false },
  { path: "shared/locales", folders: ["shared"], packages: [...judgingLibraries, "i18next"], node: false },
  { path: "electron/observe", folders: ["shared"], packages: judgingLibraries, node: true },
  { path: "electron/trust", folders: [], packages: [], node: true },
  {
    path: "electron/helper",
    folders: ["shared", "electron/observe", "electron/trust"],
    packages: judgingLibraries,
    node: true,
  },
  {
    path: "electron/helper-setup",
    folders: ["shared", "electron/trust", "build"],
    packages: judgingLibraries,
    node: true,
  },
  { path: "electron/helper-client", folders: ["shared", "electron/trust"], packages: judgingLibraries, node: true },
  {
    path: "electron/cli",
    folders: ["shared", "electron/observe", "electron/helper-client", "electron/helper-setup"],
    packages: [...judgingLibraries, "commander", "picocolors"],
    node: true,
  },
  {
    path: "electron/main",
    folders: [
      "shared",
      "electron/observe",
      "electron/helper-client",
      // What is installed; what installs it is started with a password, and is no part of the app.
      "electron/helper-setup/manifest.ts",
      "electron/helper-setup/systemd-running.ts",
      "electron/updater",
      "build",
    ],
    // It is loaded when it is needed, and is no part of main's bundle.
    typesOnlyFrom: ["electron/updater"],
    packages: [...judgingLibraries, "electron", "electron-log", "zustand"],
    node: true,
  },
  {
    path: "electron/updater",
    folders: ["shared"],
    packages: ["valibot", "electron", "electron-updater", "js-yaml"],
    node: true,
  },
  { path: "electron/preload", folders: ["shared/contract"], packages: ["electron"], node: false },
  {
    path: "renderer",
    folders: ["shared", "build"],
    typesOnlyFrom: ["shared/capture", "shared/repair"],
    packages: [
      "react",
      "react-dom",
      "react-i18next",
      "i18next",
      "zustand",
      "radix-ui",
      "lucide-react",
      "tailwindcss",
      "@tanstack/react-virtual",
    ],
    node: false,
  },
  { path: "scripts", folders: ["shared", "build", "scripts/docs"], packages: "any", node: true },
  {
    // Documents are made from the program, and from the recorded machines as examples.
    path: "scripts/docs",
    folders: ["scripts", "shared", "electron/cli", "tests/captures/recorded-captures.ts"],
    packages: "any",
    node: true,
  },
  {
    path: "tests",
    folders: ["shared", "electron", "renderer", "scripts", "build"],
    packages: "any",
    node: true,
  },
];

/**
 * @param {string} path of a file or folder, relative to the project
 * @param {string} folder
 */
export const isIn = (path, folder) => path === folder || path.startsWith(`${folder}/`);

/**
 * @param {string} file relative to the project
 * @returns {Room | undefined} the room that it belongs to
 */
export const roomOf = (file) =>
  rooms.filter(({ path }) => isIn(file, path)).toSorted((a, b) => b.path.length - a.path.length)[0];

/**
 * What a room may import, in words.
 *
 * @param {Room} room
 */
export function allowanceOf({ path, folders, typesOnlyFrom = [], packages, node }) {
  const parts = [
    [path, ...folders].join(", "),
    typesOnlyFrom.length > 0 ? `of ${typesOnlyFrom.join(", ")} only types` : "",
    packages === "any" ? "any package" : `of packages ${packages.join(", ")}`,
    node ? "Node's own modules" : "",
  ];
  return parts.filter(Boolean).join("; ");
}
