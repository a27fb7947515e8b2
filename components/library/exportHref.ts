/** Where a template is downloaded as JSON: a version, or the one in force where none is named. */
export const exportHref = (templateId: string, version?: number | "draft"): string =>
  `/api/v1/templates/${templateId}/document.json${version === undefined ? "" : `?version=${version}`}`;
