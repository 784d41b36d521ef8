import { describe, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { WrittenNote } from '#server/views.ts';
import { NoteDesk } from './notes.svelte.ts';

const NOW = Date.parse('2026-11-25T09:30:00Z');
const NOTE: WrittenNote = {
	...{ note: 7, version: 1, title: '演练', text: '三点', mustRead: true, writtenAt: NOW, writtenBy: '9001' },
	...{ state: 'live', untilAt: NOW + 3_600_000, readByAt: NOW + 60_000, over: false, reads: [], acts: [] },
	to: { roles: ['clerk'], desks: [], windows: ['3'], persons: [] },
	unread: { persons: [], places: [] }
};

function page(answer: Answer<unknown> = { ok: true, value: {} }): { desk: NoteDesk; sent: [string, unknown][] } {
	const sent: [string, unknown][] = [];
	const ask = <T>(_: string, path: string, body?: unknown): Promise<Answer<T>> => {
		sent.push([path, body]);
		return Promise.resolve(answer as Answer<T>);
	};
	return { desk: new NoteDesk({ ask, intent: () => 'an-intent', now: () => NOW }), sent };
}

describe('S-07 the page of notes to staff', () => {
	test('a note needs words and somebody to read them; it is shown for a day', async () => {
		const { desk, sent } = page();
		desk.begin();
		expect(desk.filled).toBe(false);
		if (desk.draft)
			Object.assign(desk.draft, { title: '演练', text: '三点', roles: ['clerk'], readBy: '2026-11-25T10:00' });
		await desk.send();
		const to = { roles: ['clerk'], desks: [], windows: [], persons: [] };
		const body = { note: null, title: '演练', text: '三点', mustRead: false, to, readByAt: null, intent: 'an-intent' };
		expect(sent).toEqual([['/staff-notes', { ...body, untilAt: NOW + 86_400_000 }]]);
		expect([desk.draft, desk.told]).toEqual([null, { kind: 'sent' }]);
	});

	test('a new version begins with what stands in the old one', async () => {
		const { desk, sent } = page();
		desk.begin(NOTE);
		await desk.send();
		expect(sent[0]?.[1]).toMatchObject({
			note: 7,
			mustRead: true,
			to: NOTE.to,
			untilAt: NOTE.untilAt,
			readByAt: NOTE.readByAt
		});
	});

	test('what was refused stays written', async () => {
		const problem = { code: 'note-times', title: '', status: 400, detail: '', zh: '', en: '', type: '' } as const;
		const { desk } = page({ ok: false, problem });
		desk.begin(NOTE);
		await desk.send();
		expect(desk.draft?.title).toBe('演练');
		expect(desk.told).toEqual({ kind: 'refused', code: 'note-times' });
	});
});
