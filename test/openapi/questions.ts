import { newIntent } from '../running.ts';

type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Record<string, unknown>>;

/** A question kept, sent, sent back, answered and made an entry; another one referred; what everybody may read. */
export async function questions(ask: Ask): Promise<void> {
	const keep = async (text: string): Promise<{ id: string }> => {
		const kept = await ask('POST /questions', {}, { text, words: '天文馆', department: 'hrss', intent: newIntent() });
		return { id: String(kept['id']) };
	};
	const first = await keep('外地退役军人能转社保吗？');
	await ask('GET /questions');
	await ask('POST /questions/{id}/not-ours', first, {});
	await ask('POST /questions/{id}/send', first, { department: 'hrss' });
	await ask('POST /cases/{id}/act', first, { act: 'answer', text: '可以，请带退役证。' });
	await ask('POST /questions/{id}/draft', first);
	await ask('GET /questions/{id}', first);
	const second = await keep('个体户怎么报税？');
	const written = { place: '海棠路9号', way: '乘3路' };
	await ask('POST /questions/{id}/refer', second, { written, text: '请到税务局办理。', intent: newIntent() });
	await ask('GET /referrals/known/{key}', { key: 'item:enrol' });
	const given = await ask('POST /referrals', {}, { key: 'window:1', intent: newIntent() });
	await ask('GET /referrals/{token}', { token: String(given['token']) });
	await ask('GET /faq');
	await ask('GET /faq/{question}', { question: '社保' });
	await ask('GET /knowledge/topics/{span}', { span: 'week' });
}
