import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import IntlMessageFormat from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { type Locale, locales, type MessageTree, messageOf, messagesOf } from "@/lib/messages";

function flat(tree: MessageTree, prefix = ""): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") all.set(prefix + key, value);
    else for (const [inner, message] of flat(value, `${prefix}${key}.`)) all.set(inner, message);
  }
  return all;
}

const catalogues: Readonly<Record<Locale, ReadonlyMap<string, string>>> = { vi: flat(messagesOf("vi")), en: flat(messagesOf("en")) };

interface Node {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
  readonly children?: readonly Node[];
}

/** Names of a message's arguments and tags, sorted. */
function argumentsOf(nodes: readonly Node[]): readonly string[] {
  const names = new Set<string>();
  for (const node of nodes) {
    const isText = node.type === 0 || node.type === 7;
    if (!isText && node.value !== undefined) names.add(node.type === 8 ? `<${node.value}>` : node.value);
    for (const option of Object.values(node.options ?? {})) for (const name of argumentsOf(option.value)) names.add(name);
    for (const name of argumentsOf(node.children ?? [])) names.add(name);
  }
  return [...names].sort();
}

const parse = (message: string, locale: Locale) => argumentsOf(new IntlMessageFormat(message, locale).getAst() as readonly Node[]);

/** Source files of lib/, whose problem codes need messages. */
function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

describe("the message catalogues", () => {
  test.each(locales)("hold every file of their language: %s", (locale) => {
    const files = readdirSync(`lib/messages/${locale}`).map((name) => name.replace(/\.json$/, ""));
    expect(Object.keys(messagesOf(locale)).sort()).toEqual(files.sort());
  });

  test("have the same keys in both languages", () => {
    expect([...catalogues.en.keys()].sort()).toEqual([...catalogues.vi.keys()].sort());
  });

  test("have no empty message, and all of it in NFC", () => {
    for (const locale of locales) {
      for (const [key, message] of catalogues[locale]) {
        expect(message.trim(), `${locale} ${key}`).not.toBe("");
        expect(message.normalize("NFC") === message, `${locale} ${key} is in NFC`).toBe(true);
      }
    }
  });

  test("parse as ICU messages with the same arguments in both languages", () => {
    for (const [key, vi] of catalogues.vi) {
      const en = catalogues.en.get(key);
      if (en !== undefined) expect({ key, arguments: parse(en, "en") }).toEqual({ key, arguments: parse(vi, "vi") });
    }
  });

  test("have a message for every problem code that lib/ names", () => {
    const missing: string[] = [];
    for (const path of sources("lib")) {
      // Beside `code: "…"`, a room names its own codes as plain arguments.
      const room = path.split("/")[1] ?? "";
      const literal = new RegExp(`\\bcode: "([a-z]\\w*\\.[\\w.]+)"|"(${room}\\.(?!json")[a-z]\\w*)"`, "g");
      for (const match of readFileSync(path, "utf8").matchAll(literal)) {
        const code = match[1] ?? match[2] ?? "";
        for (const locale of locales) if (messageOf(locale, code) === undefined) missing.push(`${locale} ${code} (${path})`);
      }
    }
    expect(missing).toEqual([]);
  });
});
