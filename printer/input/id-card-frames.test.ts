import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardData, VIRTUAL_CARDS } from '../virtual/id-reader.ts';
import { ID_STATUS, idAnswer, idAsk, IdFrames, type IdFrame } from './id-card-frames.ts';
import { readIdCard } from './id-card-text.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const take = (...parts: Uint8Array[]): IdFrame[] => {
	const frames = new IdFrames();
	return parts.flatMap((part) => frames.take(part));
};

const answers = fc.array(
	fc.record({ status: fc.nat(255), data: fc.uint8Array({ maxLength: 40 }), inserted: fc.integer({ min: 0, max: 4 }) }),
	{ maxLength: 6 }
);
/** No byte of a head: what may stand between two answers. */
const noise = fc.uint8Array({ maxLength: 6 }).map((bytes) => bytes.map((byte) => (byte === 0xaa ? 0 : byte)));

describe('K-07 the frames of a card reader', () => {
	test('are asked as its manual has them', () => {
		expect(idAsk('find')).toEqual(hex('AAAAAA9669 0003 2001 22'));
		expect(idAsk('select')).toEqual(hex('AAAAAA9669 0003 2002 21'));
		expect(idAsk('read')).toEqual(hex('AAAAAA9669 0003 3001 32'));
	});

	test('are read as its manual has them', () => {
		expect(take(hex('AAAAAA9669 0008 00009F 00000000 97'))).toEqual([{ status: 0x9f, data: new Uint8Array(4) }]);
		expect(take(hex('AAAAAA9669 0004 000080 84'))).toEqual([{ status: 0x80, data: new Uint8Array() }]);
		expect(take(hex('AAAAAA9669 000C 000090 0000000000000000 9C'))).toEqual([
			{ status: 0x90, data: new Uint8Array(8) }
		]);
		expect(take(hex('AAAAAA9669 0004 000041 45'))).toEqual([{ status: 0x41, data: new Uint8Array() }]);
		const card = idAnswer(ID_STATUS.ok, cardData({ name: '测试甲', number: '999999199001010016' }));
		expect([card.length, ...card.slice(0, 14)]).toEqual([1295, ...hex('AAAAAA9669 0508 000090 0100 0400')]);
	});

	test('with a wrong sum or length are told as damaged, and swallow nothing behind them; our own question is no answer', () => {
		const good = hex('AAAAAA9669 0004 000080 84');
		const none = { status: 0x80, data: new Uint8Array() };
		expect(take(hex('AAAAAA9669 0004 000080 85'), good)).toEqual(['damaged', none]);
		expect(take(hex('AAAAAA9669 FFFF 000080 84'), good)).toEqual(['damaged', none]);
		expect(take(hex('AAAAAA9669 0000 04 000080 84'), good)).toEqual(['damaged', none]);
		expect(take(idAsk('read'), good)).toEqual([none]);
		expect(take(hex('AA 00 AA AA 96 69 0004 000080 84'))).toEqual([none]);
		expect(take(hex('AA AA'), good)).toEqual([none]);
	});

	test('come split, glued, among noise and with a 00 in the head, and none is lost', () => {
		fc.assert(
			fc.property(answers, noise, fc.array(fc.integer({ min: 1, max: 9 })), (sent, between, cuts) => {
				const bytes = sent.flatMap(({ status, data, inserted }) => {
					const whole = [...idAnswer(status, data)];
					if (inserted > 0) whole.splice(inserted, 0, 0);
					return [...between, ...whole];
				});
				const frames = new IdFrames();
				const heard: IdFrame[] = [];
				let at = 0;
				for (const cut of [...cuts, bytes.length]) {
					heard.push(...frames.take(Uint8Array.from(bytes.slice(at, at + cut))));
					at += cut;
				}
				heard.push(...frames.take(Uint8Array.from(bytes.slice(at))));
				expect(heard).toEqual(sent.map(({ status, data }) => ({ status, data })));
			})
		);
	});

	test('of any bytes at all are no crash, and what is forgotten joins nothing', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 60 })), (parts) => {
				const frames = new IdFrames();
				for (const part of parts) frames.take(part);
				frames.clear();
				expect(frames.take(hex('AAAAAA9669 0004 000080 84'))).toEqual([{ status: 0x80, data: new Uint8Array() }]);
			})
		);
	});
});

describe('K-07 A-02 what is taken off a card', () => {
	const [card] = VIRTUAL_CARDS;

	test('is its number and nothing else', () => {
		expect(card && readIdCard(cardData(card))).toEqual({ number: '999999199001010016' });
	});

	test('is nothing where the text is cut, moved by a byte, or says another day of birth than the number', () => {
		const data = card ? cardData(card) : new Uint8Array();
		expect(readIdCard(data.slice(0, 200))).toBeUndefined();
		expect(readIdCard(new Uint8Array())).toBeUndefined();
		expect(readIdCard(Uint8Array.from([...data.slice(0, 40), 0, ...data.slice(40)]))).toBeUndefined();
		const other = data.slice();
		other[4 + 36] = '2'.charCodeAt(0);
		expect(readIdCard(other)).toBeUndefined();
	});

	test('of any bytes is a number in form, or nothing', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 1400 }), (bytes) => {
				const head = Uint8Array.from([0x01, 0x00, 0x04, 0x00, ...bytes]);
				for (const data of [bytes, head])
					expect(readIdCard(data)?.number ?? '00000000000000000X').toMatch(/^\d{17}[\dX]$/);
			})
		);
	});
});
