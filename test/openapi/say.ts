import { newIntent } from '../running.ts';

type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Record<string, unknown>>;

/** Something said, followed by its code, found among the cases of its kind, told, joined, and its receipt printed again. */
export async function said(ask: Ask): Promise<void> {
	await ask('GET /sayings');
	const tell = async (text: string): Promise<{ code: string; id: string }> => {
		const body = { kind: 'complaint', text, device: 'kiosk-1', intent: newIntent() };
		const { code } = await ask('POST /sayings', {}, body);
		const list = await ask('GET /cases/list/{list}/{kind}', { list: 'all', kind: 'complaint' });
		const newest = Math.max(...(list['cases'] as { id: number }[]).map((one) => one.id));
		return { code: String(code), id: String(newest) };
	};
	const main = await tell('等了两个小时');
	await ask('GET /codes/{code}', { code: main.code });
	await ask('GET /followed/{code}', { code: main.code });
	await ask('POST /followed/{code}/act', { code: main.code }, { act: 'add', text: '是三号窗口' });
	await ask('POST /cases/{id}/told', { id: main.id }, { way: 'call' });
	await ask('POST /cases/{id}/receipt', { id: main.id }, { window: '1' });
	const other = await tell('同一件事');
	await ask('POST /cases/{id}/join', { id: other.id }, { to: main.id });
	await ask('GET /followed/{code}', { code: other.code });
}
