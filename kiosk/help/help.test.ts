import { expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { HelpView } from '#server/views.ts';
import { HelpCall } from './help.svelte.ts';

const VIEW: Omit<HelpView, 'seq'> = {
	...{ token: 't', what: 'staff', state: 'called', calledAt: 1, comingBy: null, comingAt: null, endedAt: null }
};
const DOWN = { ok: false, problem: { code: 'offline', title: '', detail: '', status: 0 } } as const;

function started(...answers: Answer<unknown>[]): { help: HelpCall; sent: unknown[] } {
	const sent: unknown[] = [];
	const ask = <T>(_: 'POST', path: string, body: unknown): Promise<Answer<T>> => {
		sent.push({ path, body });
		return Promise.resolve(answers.shift() as Answer<T>);
	};
	return { help: new HelpCall({ from: { device: 'kiosk-1' }, ask }), sent };
}
const yes = (over: Partial<HelpView> = {}): Answer<unknown> => ({ ok: true, value: { ...VIEW, ...over } });

test('K-05 one touch rings; what is needed is said afterwards, of the same call', async () => {
	const { help, sent } = started(yes(), yes({ what: 'wheelchair' }));
	await help.touch('zh-CN');
	await help.touch('zh-CN');
	await help.want('wheelchair', 'zh-CN');
	expect(sent).toEqual([
		{ path: '/help', body: { what: 'staff', lang: 'zh-CN', device: 'kiosk-1' } },
		{ path: '/help', body: { what: 'wheelchair', lang: 'zh-CN', device: 'kiosk-1' } }
	]);
	help.told({ ...VIEW, seq: 9, state: 'coming', comingBy: '8001' });
	expect([help.call?.state, help.goesOn]).toEqual(['coming', true]);
});

test('news of another call, or older than what is known, is let pass', async () => {
	const { help } = started(yes());
	await help.touch('en');
	help.told({ ...VIEW, seq: 9, state: 'coming' });
	help.told({ ...VIEW, seq: 8, state: 'called' });
	help.told({ ...VIEW, token: 'other', seq: 10, state: 'there' });
	expect(help.call?.state).toBe('coming');
});

test('where nobody could be told, that is said, and can be tried again', async () => {
	const { help } = started(DOWN, yes());
	await help.touch('en');
	expect([help.failed, help.goesOn]).toEqual([true, false]);
	await help.touch('en');
	expect([help.failed, help.goesOn]).toEqual([false, true]);
});

test('called off, it is over; the next visitor finds nothing of a call that is', async () => {
	const { help, sent } = started(yes(), yes({ state: 'called-off' }));
	await help.touch('en');
	help.leave();
	expect(help.goesOn).toBe(true);
	await help.callOff();
	expect(sent.at(-1)).toEqual({ path: '/help/t/call-off', body: {} });
	help.leave();
	expect([help.call, help.open]).toEqual([null, false]);
});
