/**
 * An id for one wish: 32 hex digits, random. The server answers the same intent with the same ticket.
 * `crypto.randomUUID` is missing where a kiosk is served over plain http, `getRandomValues` is not.
 */
export function intentId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
