import { expect, test } from 'vitest';
import { aboutModel, MODEL_CODES, PRESENTERS, printerModel } from './models.ts';

test.each(MODEL_CODES)('%s is told to people in both languages, with where its bytes were read', (code) => {
	const { name, note, source } = aboutModel(code);
	for (const text of [name.zh, name.en, note.zh, note.en, source]) expect(text.length).toBeGreaterThan(2);
});

test.each(MODEL_CODES)('%s has columns of twelve dots on both papers', (code) => {
	for (const width of [58, 80] as const) {
		const { dots, columns } = printerModel(code, width);
		expect(dots).toBe(columns * 12);
	}
});

test('only Custom has a mouth whose commands are public', () => {
	expect(PRESENTERS).toEqual(['custom']);
	expect(printerModel('custom', 80).presenter).toEqual({ present: '1d65030c', eject: '1d6505', retract: '1d6502' });
});

test('whoever is asked at all is asked in one language', () => {
	for (const code of MODEL_CODES) {
		const { language, status } = printerModel(code, 80);
		if (status) expect(status.polls === null).toBe(language === 'star');
	}
});
