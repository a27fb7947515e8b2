/**
 * Code of the finding that something which must be filled is blank. While a report is being filled that is no error yet;
 * it becomes one when it is to be submitted.
 */
export const missingValue = "form.required";
