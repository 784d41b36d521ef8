/** The twelve digits of a notice in what was typed or scanned, the address of its page too; null for a number. */
export function noticeIn(typed: string): string | null {
	const digits = typed
		.trim()
		.replace(/^https?:\/\/\S+\/n\//, '')
		.replace(/[\s-]/g, '');
	return /^\d{12}$/.test(digits) ? digits : null;
}
