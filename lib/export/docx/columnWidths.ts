/** What a column asks of the width of its table. */
export interface ColumnNeed {
  /** The designer's weight, relative to the other columns. */
  readonly weight: number;
  /** Narrowest width, in twips, in which its longest word or figure stands on one line. */
  readonly least: number;
}

/**
 * Shares a width among columns by their weights; a column whose longest figure would not fit takes what it lacks from
 * those that have room to spare, in proportion to their room. The widths are whole and add up to `total`.
 */
export function columnWidths(needs: readonly ColumnNeed[], total: number): readonly number[] {
  const weights = needs.reduce((sum, need) => sum + need.weight, 0);
  const shares = needs.map((need) => ({ least: need.least, share: (need.weight / weights) * total }));
  const lacking = shares.reduce((sum, { least, share }) => sum + Math.max(0, least - share), 0);
  const spare = shares.reduce((sum, { least, share }) => sum + Math.max(0, share - least), 0);
  // Where not even all the room is enough, every lack is filled by the same part.
  const filled = lacking === 0 ? 0 : Math.min(1, spare / lacking);
  const taken = spare === 0 ? 0 : (lacking * filled) / spare;
  const exact = shares.map(({ least, share }) => (share < least ? share + (least - share) * filled : share - (share - least) * taken));
  // Rounding by the running sum keeps the total.
  let before = 0;
  let rounded = 0;
  return exact.map((width) => {
    before += width;
    const whole = Math.round(before) - rounded;
    rounded += whole;
    return whole;
  });
}
