import { expect, test } from 'vitest';
import { clipText } from '#display/voice/phrase.ts';
import { encodeText } from '#display/led/font.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { readHall } from '../read.ts';

test('G-04 the voice pack says the very words of the prepared texts, and boards can draw them', () => {
	const read = readHall(SMALL_HALL);
	if (!read.ok) throw new Error('no hall');
	const { texts } = read.file.policies.incidents.broadcast;
	expect(texts.map(({ code }) => code)).toEqual(['evacuate', 'stay', 'power', 'over']);
	for (const { code, text, short } of texts) {
		expect(clipText('zh-CN', `broadcast-${code}`)).toBe(text.zh);
		expect(clipText('en', `broadcast-${code}`)).toBe(text.en);
		expect(encodeText(short.zh, 'gb2312', 16)).toMatchObject({ cut: false, replaced: [] });
		expect(encodeText(short.en, 'ascii', 16)).toMatchObject({ cut: false, replaced: [] });
	}
});

test('a contact that nobody knows, and a free service of nowhere, are faults of the file', () => {
	const bent = SMALL_HALL.replace(
		'  headStartMinutes: 25\n',
		'  headStartMinutes: 25\n  incidents: { contacts: [], tell: { contacts: [clinic] } }\n'
	).concat('freeServices:\n  - { code: copies, name: { zh: 复印, en: Copies }, kind: copying, zone: north }\n');
	const read = readHall(bent);
	expect(read.ok ? [] : read.faults.map(({ code }) => code)).toEqual(['unknown-reference', 'unknown-reference']);
});
