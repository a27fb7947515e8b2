export { type Messages, type MessageTree, messageOf, messagesOf } from "./catalogue";
export { isLocale, type Locale, locales } from "./locale";
export type { PlaceKind, PlacePart } from "./place";
export { type NamePlace, phrase, say, sayPlace } from "./say";
