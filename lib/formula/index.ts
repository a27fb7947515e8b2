export { checkKinds, type Kind, type KindOf } from "./check";
export { evaluate, type Resolver, type Warn, type Warning } from "./evaluate";
export { explainFormula, type Speaker } from "./explain";
export type { BinaryOperator, Expr, NamePath, Span, UnaryOperator } from "./expr";
export {
  type FunctionName,
  type FunctionSpec,
  functionNamed,
  functions,
  type HistoryFunction,
  isHistoryFunction,
  isListFunction,
  type ListFunction,
} from "./functions";
export { limits } from "./limits";
export { mapNames } from "./mapNames";
export { type NameUse, namesIn } from "./names";
export { nearest } from "./nearest";
export { parseFormula } from "./parse";
export { printFormula } from "./print";
export { isRatio } from "./ratio";
export { type Rename, showFormula, storeFormula } from "./rename";
export * as semantics from "./semantics";
export { roundHalfAway } from "./semantics";
export { tidyFormula } from "./tidyFormula";
export { type Token, type TokenKind, tokens } from "./tokens";
