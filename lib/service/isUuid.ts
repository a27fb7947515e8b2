/** Whether a text is a UUID as Postgres writes it; any other would be an error of the database instead of "not found". */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
