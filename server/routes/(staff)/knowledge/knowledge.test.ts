import { expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { KnowledgeDesk, KnowledgeEntryView, KnowledgeHit, KnowledgeVersionView } from '#server/views.ts';
import { KnowledgeWork } from './knowledge.svelte.ts';

const TEXT = { zh: '停车场', en: 'Car park' };
const HIT: KnowledgeHit = {
	...{ key: 'entry:7', kind: 'way', title: TEXT, extract: TEXT, department: null },
	...{ authorised: true, ask: null, expired: false, agreed: false }
};
const DRAFT: KnowledgeVersionView = {
	...{ entry: 7, version: 2, state: 'draft', kind: 'way', title: TEXT, body: TEXT, keywords: ['车位', '车库'] },
	...{ department: null, authorised: true, ask: { zh: '', en: '' }, items: [], validUntil: null },
	...{ agreed: false, public: false },
	...{ writtenBy: '8001', writtenAt: 1, submittedAt: null, reviewedBy: null, reviewedAt: null, remark: '' },
	acts: ['rewrite', 'submit', 'discard']
};
const ENTRY: KnowledgeEntryView = {
	...{ key: 'entry:7', kind: 'way', title: TEXT, body: TEXT, department: null, authorised: true, ask: null },
	...{ agreed: false, answers: [], expired: false, items: [], validUntil: null, versions: [DRAFT], renews: false }
};
const DESK: KnowledgeDesk = {
	...{ hall: TEXT, staff: { no: '8001' }, timeZone: 'Asia/Shanghai', writes: true },
	...{ open: [], departments: [], items: [] }
};

interface AskedFor {
	method: string;
	path: string;
	body: unknown;
}

function worked(answers: Record<string, unknown> = {}): { work: KnowledgeWork; asked: AskedFor[] } {
	const asked: AskedFor[] = [];
	const known: Record<string, unknown> = {
		[`GET /knowledge/search/${encodeURIComponent('停车')}`]: { ok: true, value: { question: '停车', hits: [HIT] } },
		'GET /knowledge/entry%3A7': { ok: true, value: ENTRY },
		'GET /knowledge/open': { ok: true, value: [DRAFT] },
		...answers
	};
	const ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
		asked.push({ method, path, body });
		const nothing = { ok: true, value: { question: '', hits: [] } };
		return Promise.resolve((known[`${method} ${path}`] ?? nothing) as Answer<T>);
	};
	return { work: new KnowledgeWork(DESK, { ask, newIntent: () => 'intent-1' }), asked };
}

const key = (work: KnowledgeWork, code: string, typing = false): boolean => work.press({ code, repeat: false, typing });
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('Q-01 Q-06 Enter opens what is nearest, and what was asked is counted then, not while it is typed', async () => {
	const { work, asked } = worked();
	await work.search('停');
	await work.search('停车');
	expect(work.hits).toEqual([HIT]);
	expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
	key(work, 'Enter', true);
	await settled();
	expect(work.open).toEqual(ENTRY);
	expect(asked.find(({ path }) => path === '/knowledge/asked')?.body).toEqual({ question: '停车' });
});

test('Enter before the answer has come opens what that finds, never what was found before; typed on, it opens nothing', async () => {
	const { work, asked } = worked({
		'GET /knowledge/search/a': { ok: true, value: { question: 'a', hits: [{ ...HIT, key: 'entry:8' }] } }
	});
	await work.search('a');
	const coming = work.search('停车');
	key(work, 'Enter', true);
	await settled();
	await coming;
	await settled();
	expect(work.open).toEqual(ENTRY);
	expect(asked.map(({ path }) => path)).not.toContain('/knowledge/entry%3A8');
	work.open = null;
	const typing = work.search('停');
	key(work, 'Enter', true);
	await Promise.all([typing, work.search('停车')]);
	await settled();
	expect(work.open).toBeNull();
});

test('an answer to what is no longer asked changes nothing', async () => {
	const { work } = worked();
	const late = work.search('停车');
	await work.search('');
	await late;
	expect(work.hits).toEqual([]);
});

test('letters typed into the box are letters; out of it they act, and Escape goes back one step at a time', async () => {
	const { work } = worked();
	expect(key(work, 'KeyN', true)).toBe(false);
	await work.show('entry:7');
	key(work, 'KeyE');
	expect(work.draft).toMatchObject({ entry: 7, version: 2, titleZh: '停车场', keywords: '车位，车库' });
	expect(key(work, 'KeyX')).toBe(false);
	key(work, 'Escape');
	expect([work.draft, work.open]).toEqual([null, ENTRY]);
	key(work, 'Escape');
	expect(work.open).toBeNull();
});

test('Q-04 a saved draft that may not be published stays open to be mended, and is no second entry', async () => {
	const detail = 'body_zh 5-15: mobile';
	const refused = { ok: false, problem: { code: 'knowledge-sensitive', title: '', detail, status: 409 } };
	const { work, asked } = worked({
		'POST /knowledge': { ok: true, value: DRAFT },
		'POST /knowledge/7/2/submit': refused
	});
	key(work, 'KeyN');
	await work.save(true);
	expect(work.told).toEqual({ kind: 'refused', code: 'knowledge-sensitive', detail });
	expect(work.draft).toMatchObject({ entry: 7, version: 2 });
	await work.save(true);
	const posts = asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
	expect(posts.slice(0, 3)).toEqual(['/knowledge', '/knowledge/7/2/submit', '/knowledge/7/2/rewrite']);
});
