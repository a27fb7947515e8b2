import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";

/** Largest file that is read: as much as the server takes. */
const mostBytes = 16 * 1024 * 1024;

/** A template file that was read, as JSON; the server reads it by the schema of templates. */
export interface TemplateFile {
  readonly document: Readonly<Record<string, unknown>>;
  /** Its code, where it has one. */
  readonly code: string;
}

const problem = (code: string, params: Problem["params"] = {}): Problem => ({ code, params, at: "", severity: "error" });

/** Reads a JSON file of a template. Refused: `library.fileTooLarge`, `library.fileNotJson`. */
export async function readTemplateFile(file: Pick<File, "size" | "text">): Promise<Result<TemplateFile, Problem>> {
  if (file.size > mostBytes) return fail(problem("library.fileTooLarge", { limit: mostBytes / 1024 / 1024 }));
  try {
    const document: unknown = JSON.parse(await file.text());
    if (typeof document !== "object" || document === null || Array.isArray(document)) return fail(problem("library.fileNotJson"));
    const code: unknown = Reflect.get(document, "code");
    return ok({ document: { ...document }, code: typeof code === "string" ? code : "" });
  } catch {
    return fail(problem("library.fileNotJson"));
  }
}
