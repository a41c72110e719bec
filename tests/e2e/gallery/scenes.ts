import { CHECK_SCENES } from "./scenes/check.ts";
import { GLOSSARY_SCENES } from "./scenes/glossary.ts";
import { INTERFACES_SCENES } from "./scenes/interfaces.ts";
import { INTRODUCTION_SCENES } from "./scenes/introduction.ts";
import { LOG_SCENES } from "./scenes/log.ts";
import { REPORT_SCENES } from "./scenes/report.ts";
import { ROUTES_SCENES } from "./scenes/routes.ts";
import { SETTINGS_SCENES } from "./scenes/settings.ts";
import { STATUS_SCENES } from "./scenes/status.ts";
import { TIMELINE_SCENES } from "./scenes/timeline.ts";
import type { Scene } from "./scene.ts";

/** Every scene of the gallery, in the order of the table of contents. To add one: its line in its view's file. */
export const SCENES: readonly Scene[] = [
  ...STATUS_SCENES,
  ...CHECK_SCENES,
  ...ROUTES_SCENES,
  ...INTERFACES_SCENES,
  ...TIMELINE_SCENES,
  ...LOG_SCENES,
  ...GLOSSARY_SCENES,
  ...SETTINGS_SCENES,
  ...REPORT_SCENES,
  ...INTRODUCTION_SCENES,
];
