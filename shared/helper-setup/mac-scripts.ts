import { launchDaemonTemplate, USER_PLACEHOLDER } from "./launch-daemon.ts";
import { bootOut, FAIL, foldersAbove, shellWord, THIS_MAC, toolWords } from "./mac-script-parts.ts";
import type { ScriptTarget } from "./mac-script-parts.ts";
import { DARWIN_PLACES, HELPER_ID } from "./places.ts";

const APP = "/Applications/Holdfast.app";
/** Where the installer puts the app when another bundle has its place (helper-security §1.3). */
const SQUATTED = "/Applications/Holdfast.localized";
const JOB = `system/${HELPER_ID}`;
/** Folders that must be root's alone: what root runs and writes is in them, or below them. */
const GUARDED = [
  ...new Set(
    [DARWIN_PLACES.folder, DARWIN_PLACES.daemon, DARWIN_PLACES.stateFolder, DARWIN_PLACES.terminalPath].flatMap(
      foldersAbove,
    ),
  ),
  DARWIN_PLACES.folder,
  DARWIN_PLACES.stateFolder,
];

/**
 * The package's script before its files are put into place. Ends with 1 and a sentence where somebody other than root
 * could change what root will run, and changes nothing.
 */
export function preinstall(target: ScriptTarget = THIS_MAC): string {
  return `#!/bin/sh
# Refuses to install the helper of Holdfast where somebody other than root could change it.
set -eu

${FAIL}

${checks(target)}
`;
}

/**
 * The package's script after its files were put into place: checks again, gives the socket to the user at the screen,
 * and hands the helper to launchd. May be run again at any time. Ends with 1 and a sentence when it does not work.
 */
export function postinstall(target: ScriptTarget = THIS_MAC): string {
  const { find, install, launchctl, mv, rm, sed } = toolWords(target);
  const { folder, node, bundle, daemon, stateFolder, socket, errors, terminalPath } = placeWords(target);
  return `#!/bin/sh
# Starts the helper of Holdfast for the user at the screen of this Mac.
set -eu

${FAIL}

${bootOut(toolWords(target), JOB)}

${checks(target)}

strangers=$(${find} ${folder} \\( ! -user 0 -o -perm -0020 -o -perm -0002 -o ! \\( -type f -o -type d \\) \\) -print)
[ -z "$strangers" ] || fail "Not root's alone: $strangers"
[ -x ${node} ] || fail 'The package brought no program to run the helper with.'
[ -f ${bundle} ] || fail 'The package brought no helper.'

# The old job listens on the old socket, and its file would be in the way of the new one.
boot_out
${rm} -f ${socket}

# All may pass: the socket itself says who may connect. The journal in it is root's alone.
${install} -d -o 0 -g 0 -m 0755 ${stateFolder}
[ -e ${errors} ] || ${install} -o 0 -g 0 -m 0640 /dev/null ${errors}

# Terminals that are opened from now on find holdfast. A link in /usr/local/bin would be in a folder that is often a user's.
${install} -o 0 -g 0 -m 0644 /dev/null ${terminalPath}
printf '%s\\n' ${shellWord(DARWIN_PLACES.commands)} >${terminalPath}

# Never seen half-written: launchd reads this folder when the Mac starts.
${install} -o 0 -g 0 -m 0644 /dev/null ${daemon}.new
${sed} "s/${USER_PLACEHOLDER}/$user/g" >${daemon}.new <<'END_OF_PROPERTY_LIST'
${launchDaemonTemplate()}END_OF_PROPERTY_LIST
${mv} -f ${daemon}.new ${daemon}

if ! ${launchctl} bootstrap system ${daemon}; then
  ${rm} -f ${daemon}
  fail 'macOS does not start the helper. Is Holdfast switched off in System Settings, General, Login Items?'
fi
printf 'Holdfast: the helper answers the user with the id %s.\\n' "$user"
`;
}

/**
 * Removes everything that the package and the helper made. May be run again at any time. What starts the program goes
 * before the program itself: root must never be told to run a path at which nothing is (helper-security R19).
 */
export function uninstall(target: ScriptTarget = THIS_MAC): string {
  const { id, pkgutil, rm } = toolWords(target);
  const { folder, daemon, stateFolder, socket, terminalPath } = placeWords(target);
  return `#!/bin/sh
# Removes the helper of Holdfast, its journal and its log. Run it as root.
set -eu

${FAIL}

${bootOut(toolWords(target), JOB)}

[ "$(${id} -u)" = 0 ] || fail 'Only root can remove the helper: sudo.'
${rm} -f ${daemon} ${daemon}.new
boot_out
${rm} -f ${socket} ${terminalPath}
${rm} -rf ${folder}
${rm} -rf ${stateFolder}
# Fails where no package was installed: then there is nothing to forget.
${pkgutil} --forget ${HELPER_ID} >/dev/null 2>&1 || :
`;
}

function placeWords(target: ScriptTarget): Record<keyof typeof DARWIN_PLACES, string> {
  const words = Object.entries(DARWIN_PLACES).map(([name, path]) => [name, inRoot(target, path)]);
  return Object.fromEntries(words) as Record<keyof typeof DARWIN_PLACES, string>;
}

function inRoot({ root }: ScriptTarget, path: string): string {
  return shellWord(`${root}${path}`);
}

// Sets $user. What is not there yet is made by the installer or by postinstall, in folders that were checked.
function checks(target: ScriptTarget): string {
  const { find, stat } = toolWords(target);
  const guarded = GUARDED.map((path) => inRoot(target, path));
  const [app, squatted] = [inRoot(target, APP), inRoot(target, SQUATTED)];
  return `# electron-builder lets scripts run a second time, for the app itself (electron-userland/electron-builder#8166).
case "\${2:-}" in *.app) exit 0 ;; esac
[ "\${3:-/}" = / ] || fail 'The helper can only be installed on the volume from which this Mac was started.'

# $1 is a folder, no link, of root or of the user $2, and no group and nobody else may write to it.
is_alone() {
  [ -n "$(${find} "$1" -prune -type d \\( -user 0 -o -user "$2" \\) ! -perm -0020 ! -perm -0002)" ]
}

# Root while nobody is logged in, and an account of the system's before the first user was made.
user=$(${stat} -f %u /dev/console)
case $user in '' | *[!0-9]*) fail 'macOS does not say who is logged in.' ;; esac
[ "$user" -ge 500 ] || fail 'Nobody is logged in at the screen. Log in as the user of Holdfast, then install again.'

for folder in \\
  ${guarded.join(" \\\n  ")}; do
  if [ -e "$folder" ] || [ -L "$folder" ]; then
    is_alone "$folder" 0 || fail "$folder must be a folder that only root can change."
  fi
done

[ ! -e ${squatted} ] || fail 'Another program has the place of Holdfast: /Applications/Holdfast.localized.'
if [ -e ${app} ] || [ -L ${app} ]; then
  is_alone ${app} "$user" || fail '/Applications/Holdfast.app can be changed by somebody else than its user.'
fi`;
}
