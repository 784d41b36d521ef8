import { newIntent } from '../running.ts';

type Answer = Record<string, unknown>;
type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Answer>;

/** A complaint taken, found again, sorted, turned into a matter of petition, taken out; and what is counted of all. */
export async function complaints(ask: Ask): Promise<void> {
	const text = '窗口让我等了两个小时';
	const wish = { class: 'slowness', against: 'hall', text, phone: '139-0000-0000', contact: 'call', told: true };
	const one = await ask('POST /complaints', {}, { ...wish, intent: newIntent() });
	const id = { id: String(one['id']) };
	await ask('POST /complaints/same', {}, { phone: '13900000000', text });
	await ask('GET /complaints/list/{filter}', { filter: 'list=all&class=slowness' });
	await ask('POST /complaints/{id}/sort', id, { class: 'conduct', against: 'hall' });
	await ask('GET /cases/{id}', id);
	await ask('POST /complaints/{id}/petition', id, { text: '您反映的是信访事项，已为您登记。' });
	await ask('POST /complaints/{id}/export', id);
	await ask('GET /complaints/digest/{span}/{day}', { span: 'month', day: '2026-11-20' });
}
