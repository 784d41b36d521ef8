import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { KnowledgeEntryView, KnowledgeHit, ReferralDraft } from '#server/views.ts';
import { deskView } from '#test/fixtures/desk.ts';
import { text } from '#test/fixtures/screens.ts';
import { DeskWork } from '../desk.svelte.ts';
import { AnswerSheet } from './answer.svelte.ts';

const SHOWN: Omit<KnowledgeHit, 'extract'> = {
	...{ key: 'item:enrol', kind: 'item', title: text('参保登记', 'Enrolment') },
	...{ department: null, authorised: true, ask: null, expired: false, agreed: false }
};
const HIT: KnowledgeHit = { ...SHOWN, extract: text('', '') };
const ENTRY: KnowledgeEntryView = {
	...SHOWN,
	...{ body: text('带身份证', 'Bring your ID'), items: [{ code: 'enrol', name: text('参保登记', 'Enrolment') }] },
	...{ validUntil: null, versions: [], renews: false, answers: [] }
};
const NONE = text('', '');
const KNOWN: ReferralDraft = {
	...{
		title: NONE,
		place: text('东厅', 'East'),
		who: NONE,
		phone: NONE,
		hours: NONE,
		way: NONE,
		bring: NONE,
		more: NONE
	}
};
const LACKING = { code: 'referral-incomplete', title: '', detail: 'way', status: 409 };

const sent: { path: string; body: unknown }[] = [];
let refuses = false;
let desk: DeskWork;
let sheet: AnswerSheet;

const key = (code: string, typing = false): boolean => desk.press({ code, repeat: false, typing });
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function answerTo(path: string): unknown {
	if (path.startsWith('/knowledge/search/')) return { hits: path.endsWith(encodeURIComponent('参保')) ? [HIT] : [] };
	if (path.startsWith('/referrals/known/')) return KNOWN;
	if (path === '/questions') return { code: '1234 5678 9012', dueDay: '2026-11-26' };
	return path === '/referrals' ? { link: 'http://hall.test/r/7.s' } : ENTRY;
}

beforeEach(() => {
	sent.length = 0;
	refuses = false;
	desk = new DeskWork(deskView(), {
		today: () => '2026-11-23',
		intent: () => 'intent-1',
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
			if (method === 'POST') sent.push({ path, body });
			if (refuses && path === '/referrals') return Promise.resolve({ ok: false, problem: LACKING } as Answer<T>);
			return Promise.resolve({ ok: true, value: answerTo(path) } as Answer<T>);
		}
	});
	key('KeyW');
	if (!(desk.panel instanceof AnswerSheet)) throw new Error('W opens the sheet');
	sheet = desk.panel;
});

test('Q-03 nothing found: Enter twice keeps the question, with its code and its day told at once', async () => {
	await sheet.search('天文馆门票');
	expect(key('Enter', true)).toBe(true);
	expect(sheet.step).toBe('record');
	await sheet.keep();
	const wish = { text: '天文馆门票', words: '天文馆门票', department: null, contact: 'page', lang: 'zh-CN' };
	expect(sent).toMatchObject([{ path: '/knowledge/asked' }, { path: '/questions', body: wish }]);
	expect(sheet.told).toEqual({ kind: 'asked', code: '1234 5678 9012', day: '2026-11-26' });
	expect(sheet.step).toBe('search');
});

test('G-03 what was found is read, printed as a slip by P, and a figure takes a number for the window', async () => {
	await sheet.search('参保');
	key('Enter', true);
	await settle();
	expect([sheet.step, sheet.open?.key]).toEqual(['read', 'item:enrol']);
	key('KeyP');
	await settle();
	expect(sent.at(-1)).toMatchObject({ path: '/referrals', body: { key: 'item:enrol', print: true, written: {} } });
	expect(sheet.told?.kind).toBe('referred');
	key('Digit1');
	expect([desk.panel, desk.menu?.typed]).toEqual([null, '参保登记']);
});

test('G-03 a slip without place and way is not printed: what is known stands there to be filled in', async () => {
	await sheet.search('参保');
	key('Enter', true);
	await settle();
	refuses = true;
	key('KeyP');
	await settle();
	expect([sheet.step, sheet.referral.fields.place]).toEqual(['refer', '东厅']);
	expect(sheet.told).toMatchObject({ kind: 'refused', code: 'referral-incomplete', detail: 'way' });
});

test('Enter before the answer has come opens what it finds', async () => {
	const searched = sheet.search('参保');
	key('Enter', true);
	expect(sheet.step).toBe('search');
	await searched;
	await settle();
	expect([sheet.step, sheet.open?.key]).toEqual(['read', 'item:enrol']);
});

test('what is written before the known way has come stays', async () => {
	await sheet.search('参保');
	key('Enter', true);
	await settle();
	const written = sheet.write();
	sheet.referral.fields.way = '上二楼左转';
	await written;
	expect(sheet.referral.fields).toMatchObject({ place: '东厅', way: '上二楼左转' });
});

test('who wants to be called leaves a telephone; Escape goes back one step at a time and then closes', async () => {
	await sheet.search('天文馆门票');
	key('Enter', true);
	sheet.record.contact = 'call';
	expect(sheet.sendable).toBe(false);
	sheet.record.phone = '139-0000-0000';
	expect(sheet.sendable).toBe(true);
	key('Escape');
	expect(sheet.step).toBe('search');
	key('Escape', true);
	await settle();
	expect(sheet.question).toBe('');
	key('Escape', true);
	expect(desk.panel).toBeNull();
});
