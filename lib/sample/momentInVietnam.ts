/** A moment by its clock time in Vietnam (UTC+7 all year): `2024-03-12T09:30`. */
export const momentInVietnam = (clock: string): Date => new Date(`${clock}:00+07:00`);
