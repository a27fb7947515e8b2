import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

/** What the lint rule refuses, by file: the project's own biome.json over files that hold nothing but imports. */
function refusedImports(files: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "bieumau-layers-"));
  try {
    copyFileSync("biome.json", join(folder, "biome.json"));
    for (const [path, imports] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), imports.map((name) => `import "${name}";\n`).join(""));
    }
    const biome = join(process.cwd(), "node_modules/@biomejs/biome/bin/biome");
    const { stdout } = spawnSync(
      process.execPath,
      [biome, "lint", "--vcs-enabled=false", "--only=style/noRestrictedImports", "--reporter=github", "--max-diagnostics=500", "."],
      { cwd: folder, encoding: "utf8" },
    );
    const found = [...stdout.matchAll(/^::error title=lint\/style\/noRestrictedImports,file=(.+?),line=(\d+),/gm)];
    return new Map(
      Object.entries(files).map(([path, imports]) => [
        path,
        imports.filter((_, index) => found.some(([, file, line]) => file?.endsWith(`/${path}`) && Number(line) === index + 1)),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For each room: what it may import, and what it may not. */
const rooms: readonly { readonly file: string; readonly may: readonly string[]; readonly mayNot: readonly string[] }[] = [
  {
    file: "lib/template/x.ts",
    may: ["./parse", "@/lib/problem", "@/lib/messages", "ajv"],
    mayNot: ["@/lib/formula", "@/lib/form", "@/lib/db", "node:fs", "react", "mathjs", "../result"],
  },
  {
    file: "lib/formula/x.ts",
    may: ["./parse", "@/lib/template", "mathjs/number"],
    mayNot: ["@/lib/form", "@/lib/form/types", "@/lib/template/walk", "@/lib/db", "node:crypto", "react"],
  },
  {
    file: "lib/form/x.ts",
    may: ["./content", "@/lib/formula", "@/lib/formula/expr", "@/lib/template"],
    mayNot: [
      "@/lib/formula/parse",
      "@/lib/workflow",
      "@/lib/aggregate",
      "@/lib/db",
      "@/lib/service/types",
      "node:fs",
      "react",
      "drizzle-orm",
    ],
  },
  {
    file: "lib/mend/x.ts",
    may: ["./mend", "@/lib/template/edit", "@/lib/form/compile", "@/lib/formula"],
    mayNot: ["@/lib/form/resolve", "@/lib/db", "@/components/designer/store", "node:fs", "react"],
  },
  {
    file: "lib/messages/x.ts",
    may: ["@/lib/problem", "intl-messageformat"],
    mayNot: ["@/lib/template", "@/lib/db", "next-intl", "node:fs"],
  },
  { file: "lib/unit/x.ts", may: ["./tree"], mayNot: ["@/lib/period", "@/lib/db", "node:fs"] },
  { file: "lib/period/x.ts", may: ["@/lib/unit", "@/lib/template"], mayNot: ["@/lib/workflow", "@/lib/db", "node:fs", "react"] },
  {
    file: "lib/workflow/x.ts",
    may: ["@/lib/period", "@/lib/auth/actor"],
    mayNot: ["@/lib/auth/permission", "@/lib/db", "node:fs", "react"],
  },
  { file: "lib/aggregate/x.ts", may: ["@/lib/form", "@/lib/unit"], mayNot: ["@/lib/service/aggregate", "@/lib/db", "node:fs", "react"] },
  { file: "lib/export/docx/x.ts", may: ["docx", "@/lib/form/types"], mayNot: ["@/lib/db", "@/lib/service/types", "node:fs", "react"] },
  { file: "lib/db/x.ts", may: ["node:fs", "postgres"], mayNot: ["@/lib/service/reports", "@/lib/auth/password", "@/app/page", "../x"] },
  {
    file: "lib/auth/x.ts",
    may: ["@/lib/db", "@/lib/unit"],
    mayNot: ["@/lib/service/reports", "@/lib/http", "@/components/ui/x", "@/lib/db/server"],
  },
  {
    file: "lib/service/x.ts",
    may: ["@/lib/db", "@/lib/auth/permission", "@/lib/workflow", "@/lib/export/docx"],
    mayNot: ["@/lib/http", "@/app/page", "@/components/ui/x", "@/lib/form/layout", "@/lib/sample", "../x"],
  },
  {
    file: "lib/http/x.ts",
    may: ["@/lib/service/reports", "@/lib/auth/session"],
    mayNot: ["@/app/page", "@/components/ui/x", "@/lib/sample"],
  },
  {
    file: "lib/sample/x.ts",
    may: ["@/lib/service/reports", "@/lib/db", "@/lib/form"],
    mayNot: ["@/app/page", "@/lib/http", "@/components/ui/x"],
  },
  { file: "lib/start/x.ts", may: ["@/lib/sample", "@/lib/db/server"], mayNot: ["@/app/page", "@/components/ui/x"] },
  {
    file: "components/grid/x.tsx",
    may: ["react", "@/components/ui/x", "@/lib/form", "@/lib/service/types", "@/lib/messages", "./x"],
    mayNot: ["@/lib/db", "@/lib/service/reports", "@/lib/auth/password", "@/app/page", "@/lib/http", "node:fs", "../ui/x"],
  },
  {
    file: "app/reports/page.tsx",
    may: ["@/components/ui/x", "@/lib/service/reports", "@/lib/http", "next/navigation"],
    mayNot: ["@/lib/form/layout", "@/lib/sample", "@/lib/start/serve", "@/lib/db/server", "../x"],
  },
];

describe("the direction of imports is a lint rule that", () => {
  const refused = refusedImports(Object.fromEntries(rooms.map(({ file, may, mayNot }) => [file, [...may, ...mayNot]])));

  it.each(rooms)("lets $file reach down, and never up or inside", ({ file, mayNot }) => {
    expect(refused.get(file)).toEqual(mayNot);
  });

  it("knows every room of lib", () => {
    const folders = readdirSync("lib", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !rooms.some(({ file }) => file.startsWith(`lib/${name}/`)))).toEqual([]);
  });
});
