import { describe, expect, test } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import type { RoundsView } from '#server/views.ts';
import { Rounds, type Kept } from './rounds.svelte.ts';

const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });
const AREA = {
	code: 'hall',
	name: text('东厅'),
	zone: text('东'),
	owner: null,
	score: null,
	staff: null,
	at: null,
	marks: []
};
const VIEW: RoundsView = {
	...{
		hall: text('小厅'),
		timeZone: 'Asia/Shanghai',
		day: '2026-11-25',
		staff: { no: '8001', role: 'guide' },
		makes: true
	},
	...{ people: [], rectifyBy: '2026-11-27' },
	rounds: [
		{
			...{
				plan: 'morning',
				name: text('早巡查'),
				day: '2026-11-25',
				id: null,
				state: 'planned',
				dueAt: 9,
				doneAt: null
			},
			score: null,
			areas: [
				{
					...AREA,
					criteria: [
						{ code: 'floor', name: text('地面'), kind: 'score', weight: 1 },
						{ code: 'lights', name: text('照明'), kind: 'ok', weight: 1 }
					]
				}
			]
		}
	]
};
const no = (code: Problem['code']): Answer<never> => ({ ok: false, problem: { code } as Problem });

interface Phone {
	rounds: Rounds;
	sent: [string, unknown][];
	/** what the phone has kept */
	kept: { value: Kept | null };
	/** how the server answers from now on; null as it should */
	line: { answer: Answer<never> | null };
}

function phone(kept: Phone['kept'] = { value: null }): Phone {
	const sent: [string, unknown][] = [];
	const line: Phone['line'] = { answer: null };
	let intents = 0;
	const ask = <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
		if (method === 'GET') return Promise.resolve({ ok: true, value: VIEW as T });
		if (line.answer) return Promise.resolve(line.answer);
		sent.push([path, body]);
		return Promise.resolve({ ok: true, value: { inspection: 7 } as T });
	};
	const keeping = {
		load: () => Promise.resolve(kept.value),
		save: (value: Kept) => {
			kept.value = structuredClone(value);
			return Promise.resolve();
		}
	};
	const options = { ask, keeping, intent: () => `intent-${String((intents += 1))}`, now: () => 5 };
	return { rounds: new Rounds(VIEW, options), sent, kept, line };
}

async function scored({ rounds }: Phone): Promise<void> {
	[rounds.round, rounds.area] = ['morning', 'hall'];
	await rounds.mark('floor', { score: 2, remark: '积水', rectify: true, photo: 'AAAA' });
	await rounds.mark('lights', { score: 5 });
}

const BODY = {
	...{ round: 'morning', day: '2026-11-25', area: 'hall', scoredAt: 5, intent: 'intent-1' },
	marks: [
		{ criterion: 'floor', score: 2, remark: '积水', rectify: { owner: null, day: '2026-11-27' } },
		{ criterion: 'lights', score: 5, remark: '', rectify: null }
	]
};
const PHOTO = ['/inspections/7/photos', { area: 'hall', criterion: 'floor', jpeg: 'AAAA' }];

describe('S-05 a round on a phone', () => {
	test('an area is written down once every criterion has its score, and words where something is to be put right', async () => {
		const here = phone();
		[here.rounds.round, here.rounds.area] = ['morning', 'hall'];
		await here.rounds.mark('floor', { score: 2, rectify: true });
		expect([here.rounds.missing, here.rounds.wordless]).toEqual([1, true]);
		await here.rounds.save();
		expect(here.sent).toEqual([]);
		await scored(here);
		await here.rounds.save();
		expect(here.sent).toEqual([['/inspections', BODY], PHOTO]);
		expect([here.rounds.area, here.rounds.waiting, here.kept.value?.drafts]).toEqual([null, [], {}]);
	});

	test('what is being written is taken up again after a reload', async () => {
		const before = phone();
		await scored(before);
		const after = phone(before.kept);
		await after.rounds.begin();
		[after.rounds.round, after.rounds.area] = ['morning', 'hall'];
		expect(after.rounds.markOf('floor')).toMatchObject({ score: 2, remark: '积水', photo: 'AAAA' });
	});

	test('a session that has ended loses nothing: it waits for the next sign-in', async () => {
		const here = phone();
		await scored(here);
		here.line.answer = no('signed-out');
		await here.rounds.save();
		expect(here.rounds.waiting).toMatchObject([{ refused: null }]);
		here.line.answer = null;
		await here.rounds.send();
		expect([here.sent.length, here.rounds.waiting]).toEqual([2, []]);
	});

	test('without a line it is kept, over a reload too, and then sent once as the same wish', async () => {
		const before = phone();
		before.line.answer = no('offline');
		await scored(before);
		await before.rounds.save();
		expect(before.rounds.waiting).toHaveLength(1);
		const after = phone(before.kept);
		await after.rounds.begin();
		expect(after.sent).toEqual([['/inspections', BODY], PHOTO]);
		expect(after.kept.value?.waiting).toEqual([]);
	});

	test('a line that goes after the area sends only the photograph later', async () => {
		const here = phone();
		await scored(here);
		here.line.answer = no('offline');
		await here.rounds.save();
		here.line.answer = null;
		here.rounds.waiting = here.rounds.waiting.map((one) => ({ ...one, inspection: 7 }));
		await here.rounds.send();
		expect(here.sent).toEqual([PHOTO]);
	});

	test('what is refused is told, sent no more, and dropped by hand', async () => {
		const here = phone();
		here.line.answer = no('area-scored');
		await scored(here);
		await here.rounds.save();
		expect(here.rounds.waiting).toMatchObject([{ refused: 'area-scored' }]);
		here.line.answer = null;
		await here.rounds.send();
		expect(here.sent).toEqual([]);
		await here.rounds.drop('intent-1');
		expect(here.rounds.waiting).toEqual([]);
	});
});
