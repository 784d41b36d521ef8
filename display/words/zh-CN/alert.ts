/** What stands on an alert itself, in both languages at once: a kiosk has it without fetching anything (Emergency.svelte). */
export const alert = {
	drill: '演练',
	fold: '收起',
	open: '展开'
};
