// @ts-check
import enEvidence from "../../../shared/locales/en/evidence.json" with { type: "json" };
import enFindings from "../../../shared/locales/en/findings.json" with { type: "json" };
import { thisMachine } from "../../../electron/cli/machine.ts";
import { stepText } from "../../../electron/cli/render/plan.ts";
import { processTerminal } from "../../../electron/cli/terminal.ts";
import { CLI_TEXTS } from "../../../shared/locales/cli-texts.ts";
import { createTranslator } from "../../../shared/locales/i18n.ts";
import { markdownTable } from "../markdown.mjs";
import { seenFindings } from "./seen-findings.mjs";
import { WORDS } from "./words.mjs";

/**
 * @typedef {import("../../../shared/contract/settings.ts").Language} Language
 * @typedef {import("../../../shared/snapshot/coded-text.ts").CodedText} CodedText
 * @typedef {import("./seen-findings.mjs").SeenFinding} SeenFinding
 * @typedef {import("./words.mjs").Words} Words
 * @typedef {import("../../../electron/cli/context.ts").CliContext} CliContext
 */

/** Stands in texts of which no recorded machine is an example. @type {CodedText["args"]} */
const SAMPLE = {
  server: "203.0.113.9",
  interface: "utun4",
  client: "openconnect",
  gateway: "192.168.1.1",
  router: "192.168.1.254",
};

const SYSTEMS = /** @type {const} */ ({ darwin: "macOS", linux: "Linux" });
const OPERATING_SYSTEMS = /** @type {const} */ (["darwin", "linux"]);
const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);
const CERTAINTIES = /** @type {const} */ (["proven", "likely", "suspected"]);

/**
 * The page of all findings in one language.
 *
 * @param {Language} language
 * @returns {string} Markdown
 */
export function findingsPage(language) {
  const words = WORDS[language];
  const t = createTranslator(language, CLI_TEXTS);
  const context = { language, t, terminal: processTerminal(), machine: thisMachine() };
  const all = seenFindings();
  const contents = all.map(({ id, systems }) => [
    `[${t(`findings:${id}.title`)}](#${id})`,
    `\`${id}\``,
    systemsOf(systems, words),
  ]);
  return `${[
    `# ${words.title}`,
    words.other,
    words.introduction,
    CERTAINTIES.map((certainty) => `- ${t(`app:finding.certainty-meaning.${certainty}`)}`).join("\n"),
    markdownTable(words.columns, contents),
    ...all.map((finding) => section(finding, words, context)),
  ].join("\n\n")}\n`;
}

/**
 * @param {SeenFinding} finding
 * @param {Words} words
 * @param {CliContext} context
 */
function section(finding, words, context) {
  const { id, hiddenBy, systems } = finding;
  const { t } = context;
  const causes = hiddenBy.map((other) => `- [${t(`findings:${other}.title`)}](#${other})`);
  return [
    `<a id="${id}"></a>`,
    `## ${t(`findings:${id}.title`)}`,
    `\`${id}\` · ${systemsOf(systems, words)} · ${verdictsOf(finding, words, context)}`,
    `**${words.means}**`,
    ...meanings(finding, words, context),
    `**${words.shows}**`,
    evidenceList(finding, context),
    `**${words.does}**`,
    ...repairsOf(finding, words, context),
    words.limits[id],
    ...(causes.length === 0 ? [] : [words.hidden, causes.join("\n")]),
  ].join("\n\n");
}

/**
 * Each wording of a finding, with a recorded machine for example.
 *
 * @param {SeenFinding} finding
 * @param {Words} words
 * @param {CliContext} context
 */
function meanings({ id, texts }, words, { t }) {
  const usual = t(`findings:${id}.title`);
  return contextsOf(id).map((context) => {
    const args = { ...SAMPLE, ...texts.get(context), ...(context !== "" && { context }) };
    const title = t(`findings:${id}.title`, args);
    return `> ${title === usual ? "" : `**${title}${words.end}** `}${escaped(t(`findings:${id}.text`, args))}`;
  });
}

/** @param {keyof typeof enFindings} id */
const contextsOf = (id) =>
  Object.keys(enFindings[id]).flatMap((key) =>
    key.startsWith("text") ? [key.slice("text".length).replace("_", "")] : [],
  );

/**
 * @param {SeenFinding} finding
 * @param {CliContext} context
 */
function evidenceList({ evidence }, { t }) {
  const inOrder = Object.keys(enEvidence).flatMap((code) => (evidence.has(code) ? [code] : []));
  return inOrder.map((code) => `- ${escaped(t(`evidence:${code}`, evidence.get(code)))}`).join("\n");
}

/**
 * @param {SeenFinding} finding
 * @param {Words} words
 * @param {CliContext} context
 */
function repairsOf({ repairs }, words, context) {
  const lists = [...repairs.values()]
    .toSorted((a, b) => a.length - b.length)
    .map((steps) => steps.map((step, index) => `${index + 1}. ${escaped(stepText(step, context))}`).join("\n"));
  return lists.flatMap((list, index) => (index === 0 ? [list] : [words.or, list]));
}

/**
 * @param {SeenFinding} finding
 * @param {Words} words
 * @param {CliContext} context
 */
function verdictsOf({ verdicts }, { severity, separator, inBrackets }, { t }) {
  const each = SEVERITIES.flatMap((bad) => {
    const sure = CERTAINTIES.filter((certainty) => verdicts.has(`${bad} ${certainty}`));
    return sure.length === 0 ? [] : [[severity[bad], ...sure.map((one) => t(`app:finding.certainty.${one}`))]];
  });
  return each.map(([bad = "", ...sure]) => `${bad}${inBrackets(sure.join(separator))}`).join(separator);
}

/**
 * @param {ReadonlySet<keyof typeof SYSTEMS>} systems
 * @param {Words} words
 */
const systemsOf = (systems, { separator }) =>
  OPERATING_SYSTEMS.filter((os) => systems.has(os))
    .map((os) => SYSTEMS[os])
    .join(separator);

/** What Markdown would take for something of its own. @param {string} text */
const escaped = (text) => text.replaceAll(/[*<>`_]/g, "\\$&");
