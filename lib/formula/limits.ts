/**
 * Bounds of one formula, checked on its tokens before it is parsed: mathjs's parser recurses and overflows on some
 * thousands of nested parentheses (DESIGN 5).
 */
export const limits = {
  /** Characters, as in the template's schema. */
  length: 2000,
  /** Parentheses, prefixes, powers and choices inside one another. */
  depth: 50,
  /** Names, numbers and signs. */
  tokens: 1000,
} as const;
