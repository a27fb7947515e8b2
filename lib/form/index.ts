export { formatNumber, parseNumber } from "./number";
