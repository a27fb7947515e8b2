import type { Role } from "@/lib/auth/actor";
import type { Messages } from "@/lib/messages";

type Section = keyof Messages["help"]["sections"];
export type HelpPoint = keyof Messages["help"]["points"];

/** A part of the help: for whom, and what it tells, in order. */
export interface HelpSection {
  readonly id: Section;
  /** Empty: for everybody. */
  readonly roles: readonly Role[];
  readonly points: readonly HelpPoint[];
}

/** The help in the order of the work. */
export const helpSections: readonly HelpSection[] = [
  { id: "fill", roles: ["reporter"], points: ["fillOpen", "fillCells", "fillNumbers", "fillPaste", "fillComputed", "fillNarrative"] },
  { id: "marks", roles: ["reporter"], points: ["markBlank", "markNothing", "markNone", "markCompute"] },
  { id: "save", roles: ["reporter"], points: ["saveSelf", "saveOffline", "saveConflict", "saveUndo"] },
  { id: "submit", roles: ["reporter"], points: ["submitFindings", "submitLocked", "submitReturned"] },
  { id: "approve", roles: ["approver"], points: ["approveRead", "approveReject", "approveSign"] },
  { id: "send", roles: ["sender"], points: ["sendNumber", "sendFrozen", "sendRecall"] },
  { id: "receive", roles: ["aggregator"], points: ["receiveProgress", "receiveAccept", "receiveReturn", "receiveReopen"] },
  {
    id: "aggregate",
    roles: ["aggregator", "monitor"],
    points: ["aggregateCoverage", "aggregateBlank", "aggregateRules", "aggregateRecomputed", "aggregateBehind"],
  },
  { id: "assign", roles: ["aggregator"], points: ["assignOpen", "assignRegime", "assignUnits", "assignFollow"] },
  {
    id: "templates",
    roles: ["designer"],
    points: ["templatesView", "templatesMake", "templatesFork", "templatesLocal", "templatesExport"],
  },
  {
    id: "build",
    roles: ["designer"],
    points: [
      "buildPlaces",
      "buildBlocks",
      "buildType",
      "buildInsert",
      "buildMove",
      "buildKeyboard",
      "buildMoveTo",
      "buildOutline",
      "buildLanguage",
    ],
  },
  {
    id: "tables",
    roles: ["designer"],
    points: [
      "tablesType",
      "tablesCell",
      "tablesRows",
      "tablesGroups",
      "tablesKinds",
      "tablesNumbering",
      "tablesRepeat",
      "tablesIndicator",
      "tablesPaste",
    ],
  },
  {
    id: "rules",
    roles: ["designer"],
    points: [
      "rulesBar",
      "rulesPoint",
      "rulesSuggest",
      "rulesRead",
      "rulesTidy",
      "rulesFill",
      "rulesCode",
      "rulesChecks",
      "templatesFormulas",
    ],
  },
  { id: "check", roles: ["designer"], points: ["checkResults", "checkLint", "checkMend", "checkPreview", "checkWord"] },
  { id: "draft", roles: ["designer"], points: ["draftSaved", "draftUndo", "draftTogether", "draftConflict", "draftJson"] },
  {
    id: "publish",
    roles: ["designer"],
    points: ["publishOnce", "publishFrozen", "publishNext", "publishCompare", "publishOrigin", "publishRetire"],
  },
  {
    id: "catalogue",
    roles: ["designer", "admin"],
    points: ["catalogueIndicators", "catalogueUses", "catalogueUnits", "catalogueRetire"],
  },
  { id: "accounts", roles: ["admin"], points: ["accountsMake", "accountsRoles", "accountsSessions"] },
  { id: "own", roles: [], points: ["ownPassword", "ownSessions", "ownDisplay"] },
];
