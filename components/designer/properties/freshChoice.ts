import type { Choices } from "@/lib/template";

/** A choice without label yet, stored by the first number that no other choice is stored by. */
export function freshChoice(choices: readonly Choices[number][]): Choices[number] {
  const taken = new Set(choices.map(({ value }) => value));
  let number = choices.length + 1;
  while (taken.has(String(number))) number += 1;
  return { value: String(number), label: { vi: "" } };
}
