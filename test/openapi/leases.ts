type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Record<string, unknown>>;

/** A kiosk takes numbers for when it has no line, and tells what became of one. */
export async function leases(ask: Ask): Promise<void> {
	const holder = 'browser-of-the-test';
	const lease = await ask('POST /leases', {}, { device: 'kiosk-1', holder });
	const [first] = lease['numbers'] as { token: string }[];
	const used = [{ token: first?.token, item: 'enrol', at: 0 }];
	await ask('POST /leases/{id}/report', { id: String(lease['id']) }, { holder, used, ended: true });
}
