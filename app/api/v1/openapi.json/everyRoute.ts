import * as accountPassword from "@/app/api/v1/account/password/route";
import * as account from "@/app/api/v1/account/route";
import * as accountSessionsSessionId from "@/app/api/v1/account/sessions/[sessionId]/route";
import * as accountSessions from "@/app/api/v1/account/sessions/route";
import * as accountsAccountIdPasswordReset from "@/app/api/v1/accounts/[accountId]/password-reset/route";
import * as accountsAccountId from "@/app/api/v1/accounts/[accountId]/route";
import * as accountsAccountIdSessionsSessionId from "@/app/api/v1/accounts/[accountId]/sessions/[sessionId]/route";
import * as accountsAccountIdSessions from "@/app/api/v1/accounts/[accountId]/sessions/route";
import * as accounts from "@/app/api/v1/accounts/route";
import * as aggregatesRegimeIdPeriodContributions from "@/app/api/v1/aggregates/[regimeId]/[period]/contributions/route";
import * as aggregatesRegimeIdPeriodDocumentDocx from "@/app/api/v1/aggregates/[regimeId]/[period]/document.docx/route";
import * as aggregatesRegimeIdPeriod from "@/app/api/v1/aggregates/[regimeId]/[period]/route";
import * as assignmentsReception from "@/app/api/v1/assignments/reception/route";
import * as assignments from "@/app/api/v1/assignments/route";
import * as indicatorsId from "@/app/api/v1/indicators/[id]/route";
import * as indicatorsIdUses from "@/app/api/v1/indicators/[id]/uses/route";
import * as indicators from "@/app/api/v1/indicators/route";
import * as measureUnitsId from "@/app/api/v1/measure-units/[id]/route";
import * as measureUnits from "@/app/api/v1/measure-units/route";
import * as openapiJson from "@/app/api/v1/openapi.json/route";
import * as progressRegimePeriod from "@/app/api/v1/progress/[regime]/[period]/route";
import * as progress from "@/app/api/v1/progress/route";
import * as regimesChoices from "@/app/api/v1/regimes/choices/route";
import * as regimes from "@/app/api/v1/regimes/route";
import * as reportsIdDocumentDocx from "@/app/api/v1/reports/[id]/document.docx/route";
import * as reportsIdHistory from "@/app/api/v1/reports/[id]/history/route";
import * as reportsIdReading from "@/app/api/v1/reports/[id]/reading/route";
import * as reportsId from "@/app/api/v1/reports/[id]/route";
import * as reportsIdSubmission from "@/app/api/v1/reports/[id]/submission/route";
import * as reportsIdTransitions from "@/app/api/v1/reports/[id]/transitions/route";
import * as reportsIdValues from "@/app/api/v1/reports/[id]/values/route";
import * as reports from "@/app/api/v1/reports/route";
import * as sectorsCode from "@/app/api/v1/sectors/[code]/route";
import * as sectors from "@/app/api/v1/sectors/route";
import * as templatesIdDifferences from "@/app/api/v1/templates/[id]/differences/route";
import * as templatesIdDocumentJson from "@/app/api/v1/templates/[id]/document.json/route";
import * as templatesIdDraftCheck from "@/app/api/v1/templates/[id]/draft/check/route";
import * as templatesIdDraft from "@/app/api/v1/templates/[id]/draft/route";
import * as templatesIdDraftSteps from "@/app/api/v1/templates/[id]/draft/steps/route";
import * as templatesIdOrigin from "@/app/api/v1/templates/[id]/origin/route";
import * as templatesIdPublication from "@/app/api/v1/templates/[id]/publication/route";
import * as templatesIdRetirement from "@/app/api/v1/templates/[id]/retirement/route";
import * as templatesId from "@/app/api/v1/templates/[id]/route";
import * as templatesIdSubmissionSchemaJson from "@/app/api/v1/templates/[id]/submission.schema.json/route";
import * as templatesIdVersions from "@/app/api/v1/templates/[id]/versions/route";
import * as templatesCheck from "@/app/api/v1/templates/check/route";
import * as templatesDrafts from "@/app/api/v1/templates/drafts/route";
import * as templatesPreviewDocumentDocx from "@/app/api/v1/templates/preview/document.docx/route";
import * as templates from "@/app/api/v1/templates/route";
import * as units from "@/app/api/v1/units/route";
import type { RouteHandler } from "@/lib/http";

/**
 * Every handler of `/api/v1`, for the document that describes them; a test finds one that is missing. A function, since
 * the document's own route is among them.
 */
export const everyRoute = (): readonly RouteHandler[] =>
  [
    account,
    accountPassword,
    accountSessions,
    accountSessionsSessionId,
    accounts,
    accountsAccountId,
    accountsAccountIdPasswordReset,
    accountsAccountIdSessions,
    accountsAccountIdSessionsSessionId,
    aggregatesRegimeIdPeriod,
    aggregatesRegimeIdPeriodContributions,
    aggregatesRegimeIdPeriodDocumentDocx,
    assignments,
    assignmentsReception,
    indicators,
    indicatorsId,
    indicatorsIdUses,
    measureUnits,
    measureUnitsId,
    openapiJson,
    progress,
    progressRegimePeriod,
    regimes,
    regimesChoices,
    reports,
    reportsId,
    reportsIdDocumentDocx,
    reportsIdHistory,
    reportsIdReading,
    reportsIdSubmission,
    reportsIdTransitions,
    reportsIdValues,
    sectors,
    sectorsCode,
    templates,
    templatesDrafts,
    templatesPreviewDocumentDocx,
    templatesIdDraft,
    templatesIdDraftSteps,
    templatesIdDraftCheck,
    templatesIdPublication,
    templatesCheck,
    templatesIdRetirement,
    templatesIdVersions,
    templatesIdDocumentJson,
    templatesIdDifferences,
    templatesIdOrigin,
    templatesId,
    templatesIdSubmissionSchemaJson,
    units,
  ].flatMap((methods) => Object.values<RouteHandler>(methods));
