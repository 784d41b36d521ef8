import { describe, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { HallBlock, SlipsView } from '#server/slips/view.ts';
import { moved } from './blocks.ts';
import { SlipDesk } from './slips.svelte.ts';

const BUILT_IN: HallBlock[] = [
	{ block: 'hall', bold: true },
	{ block: 'reprint' },
	{ block: 'number', size: 6 },
	{ block: 'qr' },
	{ block: 'note' }
];
const kind = (name: 'ticket' | 'next'): SlipsView['kinds'][number] => ({
	...{ kind: name, blocks: null, builtIn: BUILT_IN, note: null, parts: [] },
	must: [['number'], ['qr', 'link'], ['reprint']]
});
const VIEW: SlipsView = {
	...{ hall: { zh: '厅', en: 'Hall' }, timeZone: 'Asia/Shanghai', staff: { no: '9001' }, edits: true, basis: 7 },
	...{ sign: { file: null, fault: null }, kinds: [kind('ticket'), kind('next')], models: [] },
	printers: [{ code: 'printer-1', name: { zh: '一号', en: 'One' }, model: 'generic', width: 80 }]
};
const OFFLINE = { code: 'offline', title: '', detail: '', status: 0 } as const;

interface Page {
	desk: SlipDesk;
	sent: [string, Record<string, unknown>][];
	/** lets the time pass that a preview waits */
	pass: () => Promise<void>;
}

function page(answer: (path: string) => Answer<unknown> = () => ({ ok: true, value: VIEW })): Page {
	const sent: Page['sent'] = [];
	let waiting: (() => void) | undefined;
	const ask = <T>(_: string, path: string, body?: unknown): Promise<Answer<T>> => {
		sent.push([path, body as Record<string, unknown>]);
		return Promise.resolve(answer(path) as Answer<T>);
	};
	const later = (_: number, act: () => void): (() => void) => {
		waiting = act;
		return () => (waiting = undefined);
	};
	const pass = async (): Promise<void> => {
		const act = waiting;
		waiting = undefined;
		act?.();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { desk: new SlipDesk(VIEW, { ask, later }), sent, pass };
}

const names = (desk: SlipDesk): string[] => desk.draft.blocks.map(({ block }) => block);

describe('the page of slips', () => {
	test('blocks move up and down, and stay within the slip', () => {
		expect(moved(BUILT_IN, 0, -1)).toEqual(BUILT_IN);
		const { desk } = page();
		desk.move(2, -1);
		expect([names(desk), desk.at]).toEqual([['hall', 'number', 'reprint', 'qr', 'note'], 1]);
		desk.move(4, 1);
		expect(names(desk).at(-1)).toBe('note');
	});

	test('what must be there is not removed; one of two ways to the page is enough', () => {
		const { desk } = page();
		desk.remove(2);
		desk.remove(3);
		expect(names(desk)).toContain('number');
		expect(desk.removable(3)).toBe(false);
		desk.add('link');
		const at = names(desk).indexOf('qr');
		expect(desk.removable(at)).toBe(true);
		desk.remove(at);
		expect(names(desk)).not.toContain('qr');
		expect(desk.savable).toBe(true);
	});

	test('a change is shown once the hand rests, with the text that is half written left out', async () => {
		const { desk, sent, pass } = page();
		desk.set(2, { size: 8 });
		desk.add('text');
		desk.set(desk.at, { text: { zh: '您好', en: '' } });
		expect(sent).toEqual([]);
		await pass();
		expect(sent).toHaveLength(1);
		expect(sent[0]?.[0]).toBe('/slips/preview');
		expect(JSON.stringify(sent[0]?.[1])).toContain('"size":8');
		expect(JSON.stringify(sent[0]?.[1])).not.toContain('您好');
		expect([desk.wordless, desk.savable]).toEqual([true, false]);
	});

	test('it saves one kind with the state it was made on; drafts of other kinds stay', async () => {
		const { desk, sent } = page();
		desk.turn('next');
		desk.write({ zh: '甲' });
		expect([desk.halfNote, desk.savable]).toEqual([true, false]);
		desk.turn('ticket');
		desk.set(2, { size: 8 });
		desk.write({ zh: '停车', en: 'Parking' });
		expect(desk.unsaved).toEqual(['ticket', 'next']);
		await desk.save();
		const blocks = BUILT_IN.map((one) => (one.block === 'number' ? { ...one, size: 8 } : one));
		expect(sent.at(-1)).toEqual([
			'/slips/layouts/ticket',
			{ blocks, note: { zh: '停车', en: 'Parking' }, logo: null, basis: 7 }
		]);
		expect([desk.told, desk.unsaved]).toEqual([{ kind: 'saved' }, ['next']]);
	});

	test('restored, a kind has no layout of its own; what was not saved can be dropped', async () => {
		const { desk, sent } = page();
		desk.remove(0);
		desk.undo();
		expect([names(desk)[0], desk.unsaved]).toEqual(['hall', []]);
		desk.choose('sign.png');
		desk.restore();
		await desk.save();
		expect(sent.at(-1)?.[1]).toMatchObject({ blocks: null, logo: 'sign.png' });
	});

	test('what was refused stays as it was written; without an answer the preview is asked for again', async () => {
		const { desk, sent, pass } = page(() => ({ ok: false, problem: OFFLINE }));
		desk.set(2, { size: 8 });
		await desk.save();
		expect([desk.told, desk.draft.blocks[2]?.size]).toEqual([{ kind: 'refused', code: 'offline', detail: '' }, 8]);
		await pass();
		await pass();
		expect([desk.stale, sent.filter(([path]) => path === '/slips/preview').length]).toEqual([true, 2]);
	});

	test('a preview that is refused says why and is not asked for again', async () => {
		const { desk, sent, pass } = page(() => ({ ok: false, problem: { ...OFFLINE, code: 'signed-out', status: 401 } }));
		desk.look();
		await pass();
		await pass();
		expect([desk.stale, desk.told, sent.length]).toEqual([
			false,
			{ kind: 'refused', code: 'signed-out', detail: '' },
			1
		]);
	});
});
