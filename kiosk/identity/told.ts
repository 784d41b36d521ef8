/** The version of what is told before a number is taken; it stands in the ledger with each number that was given upon it. */
export const TOLD = '2026.12';
