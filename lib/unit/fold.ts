/** A name folded for search and comparison: no tone or vowel marks, đ as d, lower case; Thuỷ and Thủy, Hoà and Hòa come out alike. */
export const foldVietnamese = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
