/** The time between two moments in milliseconds, as 3:07 or 1:03:07; never less than nothing. */
export function since(from: number, to: number): string {
	const seconds = Math.max(0, Math.floor((to - from) / 1000));
	const two = (n: number): string => String(n).padStart(2, '0');
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor(seconds / 60) % 60;
	return hours > 0
		? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`
		: `${String(minutes)}:${two(seconds % 60)}`;
}

/** A moment as the hall's clock shows it: 14:05. */
export function clockTime(at: number, timeZone: string): string {
	return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}
