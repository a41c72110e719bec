import enApp from "./en/app.json" with { type: "json" };
import enChanges from "./en/changes.json" with { type: "json" };
import enEvidence from "./en/evidence.json" with { type: "json" };
import enFindings from "./en/findings.json" with { type: "json" };
import enFlags from "./en/flags.json" with { type: "json" };
import enInterfaces from "./en/interfaces.json" with { type: "json" };
import enPreflight from "./en/preflight.json" with { type: "json" };
import enRoutes from "./en/routes.json" with { type: "json" };
import zhApp from "./zh-CN/app.json" with { type: "json" };
import zhChanges from "./zh-CN/changes.json" with { type: "json" };
import zhEvidence from "./zh-CN/evidence.json" with { type: "json" };
import zhFindings from "./zh-CN/findings.json" with { type: "json" };
import zhFlags from "./zh-CN/flags.json" with { type: "json" };
import zhInterfaces from "./zh-CN/interfaces.json" with { type: "json" };
import zhPreflight from "./zh-CN/preflight.json" with { type: "json" };
import zhRoutes from "./zh-CN/routes.json" with { type: "json" };
import type { Texts } from "./i18n.ts";

/** The texts that the desktop app and its popover show. */
export const DESKTOP_TEXTS: Texts = {
  en: {
    app: enApp,
    changes: enChanges,
    evidence: enEvidence,
    findings: enFindings,
    flags: enFlags,
    interfaces: enInterfaces,
    preflight: enPreflight,
    routes: enRoutes,
  },
  "zh-CN": {
    app: zhApp,
    changes: zhChanges,
    evidence: zhEvidence,
    findings: zhFindings,
    flags: zhFlags,
    interfaces: zhInterfaces,
    preflight: zhPreflight,
    routes: zhRoutes,
  },
};
