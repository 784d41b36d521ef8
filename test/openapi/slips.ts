type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Record<string, unknown>>;

/** One white dot: the smallest picture there is. */
const SIGN = Buffer.from('P1\n1 1\n0\n').toString('base64');

/** Slips are looked at, tried, printed as a sample, saved with a sign, and restored. */
export async function slips(ask: Ask): Promise<void> {
	const { basis } = await ask('GET /slips/layouts');
	const { file } = await ask('POST /slips/sign', {}, { file: SIGN });
	const note = { zh: '停车免费', en: 'Parking is free' };
	const blocks = [
		{ block: 'logo', align: 'center', width: 20 },
		{ block: 'reprint', bold: true },
		{ block: 'number', size: 6 },
		{ block: 'text', text: note, size: 'tall' },
		{ block: 'feed', lines: 2 },
		{ block: 'qr', module: 5 },
		{ block: 'note' }
	];
	const wanted = { blocks, note, logo: file };
	await ask('POST /slips/preview', {}, { ...wanted, kind: 'ticket', lang: 'en', sample: 'long', model: 'epson' });
	await ask('POST /slips/test', {}, { ...wanted, kind: 'ticket', printer: 'printer-1' });
	const saved = await ask('POST /slips/layouts/{code}', { code: 'ticket' }, { ...wanted, basis });
	const builtIn = { blocks: null, note: null, logo: null, basis: saved['basis'] };
	await ask('POST /slips/layouts/{code}', { code: 'ticket' }, builtIn);
}
