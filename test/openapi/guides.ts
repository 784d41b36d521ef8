import { newIntent } from '../running.ts';

type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Record<string, unknown>>;

/** The guide of an item, printed at a kiosk, and what has become of it. */
export async function guides(ask: Ask): Promise<void> {
	const body = { device: 'kiosk-1', lang: 'zh-CN', intent: newIntent() };
	const { id } = await ask('POST /items/{code}/guide', { code: 'enrol' }, body);
	await ask('GET /guides/{id}', { id: String(id) });
}
