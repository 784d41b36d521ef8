type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Record<string, unknown>>;

/** Every device, and everything that a hand may do to a printer. */
export async function devices(ask: Ask): Promise<void> {
	await ask('GET /devices');
	const printer = { kind: 'printer', code: 'printer-1' };
	await ask('GET /devices/{kind}/{code}', printer);
	const act = (what: string, body: object = {}): Promise<unknown> =>
		ask(`POST /devices/{kind}/{code}/${what}`, printer, body);
	await act('disable', { reason: 'repair' });
	await act('enable');
	await act('move', { group: null });
	await act('roll');
	await act('test');
	await act('replace');
	await ask('GET /devices/{kind}/{code}', printer);
}
