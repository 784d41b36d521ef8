import { expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { QuestionLine, QuestionsView, QuestionView } from '#server/views.ts';
import { QuestionWork } from './questions.svelte.ts';

const TEXT = { zh: '税务局', en: 'Tax' };
const LINE: QuestionLine = {
	...{ id: 7, number: 'WT20261123-7', kind: 'question', state: 'open', stage: 'asked', outcome: null },
	...{ about: '外地人能办吗', owner: '8001', firstOwner: '8001', offeredTo: null, offeredPlace: null, desk: null },
	...{ department: TEXT, reopened: false, joinedTo: null, dueAt: 1, dueDay: '2026-11-26', daysLeft: 3 },
	...{ overdue: false, urgent: false, late: false, list: 'unsent', call: false, attempts: 0 }
};
const VIEW: QuestionsView = {
	...{ seq: 1, hall: TEXT, timeZone: 'Asia/Shanghai', staff: { no: '8001', role: 'guide', department: null } },
	...{ lines: [LINE], counts: { unsent: 1, waiting: 0, tell: 0, done: 0 } },
	...{ departments: [{ code: 'tax', name: TEXT }], ending: [], writes: true }
};
const ONE: QuestionView = {
	case: {
		...LINE,
		...{ seq: 1, openedAt: 1, day: '2026-11-23', ticketNumber: null, window: null, asked: null, extended: 0 },
		...{
			history: [],
			evidence: [],
			hands: ['accept'],
			candidates: [],
			places: [],
			matter: null,
			complaint: null,
			person: null
		},
		...{ visitor: { code: '1234 5678 9012', contact: 'page', told: null }, joined: [], can: [] },
		acts: [
			{ act: 'answer', text: 'needed', days: null, closes: false, read: true },
			{ act: 'cannot-answer', text: 'needed', days: null, closes: false, read: true },
			{ act: 'not-ours', text: 'free', days: null, closes: false, read: false }
		]
	},
	...{ list: 'unsent', channel: 'desk', words: '', text: '外地人能办吗', department: 'hrss', attempts: 0 },
	...{ answer: null, entry: null, referrals: [], may: { send: true, notOurs: true, refer: true, draft: false } }
};

function worked(view = VIEW): {
	work: QuestionWork;
	sent: { path: string; body: unknown }[];
	asked: string[];
} {
	const sent: { path: string; body: unknown }[] = [];
	const asked: string[] = [];
	const known = { place: { zh: '海棠路9号' }, way: { zh: '' }, who: { zh: '' }, phone: { zh: '' }, hours: { zh: '' } };
	const ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
		if (method === 'POST') sent.push({ path, body });
		else asked.push(path);
		return Promise.resolve({ ok: true, value: path.startsWith('/referrals') ? known : ONE } as Answer<T>);
	};
	return { work: new QuestionWork(view, null, { ask, newIntent: () => 'intent-1' }), sent, asked };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const key = (work: QuestionWork, code: string): boolean => work.press({ code, repeat: false, typing: false });

test('Q-03 the list that has something comes first; a question is opened and sent to a department by keys', async () => {
	const { work, sent } = worked();
	expect([work.list, work.lines.length]).toEqual(['unsent', 1]);
	key(work, 'Enter');
	await settled();
	key(work, 'KeyS');
	expect(work.filled).toBe(false);
	await work.choose('tax');
	await work.send();
	expect(sent).toEqual([{ path: '/questions/7/send', body: { department: 'tax', text: '' } }]);
	expect(work.told).toEqual({ kind: 'sent' });
});

test('Q-03 the acts "cannot answer" and "not ours" have forms of their own; the answer is checked for its wording', async () => {
	const { work, sent } = worked();
	await work.show(7);
	expect(work.commands.map(({ name }) => name)).toEqual(['accept', 'answer', 'send', 'not-ours', 'refer']);
	key(work, 'Digit1');
	if (work.form) work.form.text = '急什么，明天再来。';
	expect(work.filled).toBe(false);
	if (work.form) work.form.text = '可以，请带身份证。';
	await work.send();
	expect(sent[0]).toEqual({
		path: '/cases/7/act',
		body: { act: 'answer', text: '可以，请带身份证。', override: false }
	});
});

test('G-03 where to go is filled in with what is known, and is not sent without place and way', async () => {
	const { work, sent } = worked();
	await work.show(7);
	key(work, 'KeyR');
	await work.choose('tax');
	expect([work.form?.referral.place, work.filled]).toEqual(['海棠路9号', false]);
	if (work.form) work.form.referral.way = '乘3路';
	await work.send();
	expect(sent[0]).toMatchObject({ path: '/questions/7/refer', body: { key: 'department:tax', intent: 'intent-1' } });
});

test('a liaison answers whatever is owed, sent or not, and has no list of what is to be sent', () => {
	const { work } = worked({
		...VIEW,
		staff: { no: '8101', role: 'liaison', department: { code: 'hrss', name: TEXT } }
	});
	expect([work.lists, work.list, work.lines.length]).toEqual([['waiting', 'tell', 'done'], 'waiting', 1]);
});

test('news while a wish is answered is read once more; what is closed meanwhile stays closed', async () => {
	const { work, asked } = worked();
	await work.show(7);
	const reads = (): number => asked.filter((path) => path === '/questions/7').length;
	const command = work.commands.find(({ kind }) => kind === 'not-ours');
	if (!command) throw new Error('it may be sent back');
	work.begin(command);
	const sent = work.send();
	while (reads() < 2) await Promise.resolve();
	work.receive({ ...VIEW, seq: 2 });
	await sent;
	expect(reads()).toBe(3);
	work.begin(command);
	const again = work.send();
	key(work, 'Escape');
	key(work, 'Escape');
	await again;
	await settled();
	expect(work.open).toBeNull();
});
