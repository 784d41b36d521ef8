/** Which field of the page has the keyboard: one at a time. */
export const sheet = new (class {
	open: string | null = $state(null);
})();
