import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc16, low16 } from '#display/led/crc.ts';
import { modbusDriver } from '#display/led/modbus.ts';
import { toyFrame } from '#test/fakes/toy-boards.ts';
import {
	freeAddress,
	lookedAt,
	newCheck,
	step,
	switchesOf,
	textFor,
	verdictOf,
	type Check,
	type CheckEvent
} from './check.ts';
import { differ, signOf, signOfOne } from './signs.ts';
import { SEEN, type Seen, type Sign } from './view.ts';

const BOARDS = [1, 2, 3].map((address) => ({ board: `b${String(address)}`, driver: 'modbus-rtu', address }));
const fresh = (): Check => newCheck('line', BOARDS);
const asked = (board: string, sign: Sign): CheckEvent => ({ kind: 'asked', board, sign, identity: null });
const seen = (what: Seen): CheckEvent => ({ kind: 'seen', seen: what });
const after = (events: CheckEvent[], from = fresh()): Check => events.reduce(step, from);
const ALL_CLEAN = BOARDS.map(({ board }) => asked(board, 'clean'));
const verdicts = (check: Check): string[] => check.places.map((place) => verdictOf(place, check.places));

describe('a line looked through', () => {
	test('asks each address, then shows two texts at each, and knows each board', () => {
		const texts: string[] = [];
		let check = after(ALL_CLEAN);
		for (let turn = 0; turn < 6; turn++) {
			const place = lookedAt(check);
			if (place) texts.push(textFor(place, check.at.text).lines.join());
			check = step(check, seen('one'));
		}
		expect(texts).toEqual(['1-A', '1-B', '2-A', '2-B', '3-A', '3-B']);
		expect(verdicts(check)).toEqual(['alone', 'alone', 'alone']);
		expect(lookedAt(check)).toBeNull();
	});
	test('two boards that answer as one are found by the eye', () => {
		const check = after([...ALL_CLEAN, seen('one'), seen('one'), seen('two'), seen('two'), seen('none')]);
		expect(verdicts(check)).toEqual(['alone', 'double', 'absent']);
		// What stands nowhere is asked for once.
		expect(lookedAt(check)).toBeNull();
		expect(freeAddress(check)).toBe(4);
	});
	test('a text that stood there before is not taken for a proof', () => {
		expect(verdicts(after([...ALL_CLEAN, seen('one'), seen('none')]))[0]).toBe('absent');
	});
	test('a board that hangs elsewhere', () => {
		expect(verdicts(after([...ALL_CLEAN, seen('other'), seen('other')]))[0]).toBe('elsewhere');
	});
	test('answers that collide on one address only are suspicious; on all, it is the line', () => {
		const one = after([asked('b1', 'clean'), asked('b2', 'unreadable'), asked('b3', 'clean')]);
		expect(verdicts(one)).toEqual(['open', 'suspect', 'open']);
		expect(verdicts(after(BOARDS.map(({ board }) => asked(board, 'unreadable'))))).toEqual(['line', 'line', 'line']);
		const alone = after([asked('b1', 'double')], newCheck('line', BOARDS.slice(0, 1)));
		expect(verdicts(alone)).toEqual(['suspect']);
		expect(verdicts(after([asked('b1', 'clean'), asked('b2', 'double'), asked('b3', 'silent')]))).toEqual([
			'open',
			'suspect',
			'absent'
		]);
	});
	test('one address once more after a switch was changed: asked and looked at anew', () => {
		const check = after([...ALL_CLEAN, seen('one'), seen('one'), seen('two'), seen('two')]);
		const again = after([{ kind: 'again', board: 'b2' }, asked('b2', 'clean')], check);
		expect([again.phase, lookedAt(again)?.board, verdicts(again)[1]]).toEqual(['looking', 'b2', 'open']);
		const mended = after([seen('one'), seen('one')], again);
		expect([verdicts(mended)[1], lookedAt(mended)?.board]).toEqual(['alone', 'b3']);
		const whole = after([seen('one'), seen('one')], mended);
		const last = after([{ kind: 'again', board: 'b1' }, asked('b1', 'clean'), seen('one'), seen('one')], whole);
		expect([lookedAt(last), verdicts(last)]).toEqual([null, ['alone', 'alone', 'alone']]);
	});
	test('addresses that are found are told once, and are not free', () => {
		const found: CheckEvent = { kind: 'found', driver: 'modbus-rtu', address: 4 };
		const check = after([
			{ kind: 'scanning', at: 4, upTo: 8 },
			found,
			found,
			{ ...found, address: 2 },
			{ kind: 'scanned' }
		]);
		expect([check.found.length, check.scan, freeAddress(check)]).toEqual([1, null, 5]);
	});
	test('any events in any order: never a state that cannot be drawn', () => {
		const event = fc.oneof(
			fc.constantFrom(...SEEN).map(seen),
			fc.constantFrom(...ALL_CLEAN),
			fc.constantFrom<CheckEvent>({ kind: 'ended' }, { kind: 'scanned' }, { kind: 'again', board: 'b2' }),
			fc.constant<CheckEvent>({ kind: 'again', board: 'nobody' })
		);
		fc.assert(
			fc.property(fc.array(event, { maxLength: 40 }), (events) => {
				const check = after(events);
				expect(check.places).toHaveLength(3);
				for (const place of check.places) expect(verdictOf(place, check.places)).toBeTypeOf('string');
				if (events.some(({ kind }) => kind === 'ended')) expect(lookedAt(check)).toBeNull();
			})
		);
	});
	test('the switches of an address', () => {
		expect([1, 5, 12, 247].map(switchesOf)).toEqual([[1], [1, 3], [3, 4], [1, 2, 3, 5, 6, 7, 8]]);
	});
});

describe('what an answer sounds like', () => {
	const frame = toyFrame(1, 0);
	const sound = (kind: 'acked' | 'no-answer' | 'sent' | 'down', ...bytes: number[]): Sign =>
		signOfOne(frame, { kind, reason: null, bytes: Uint8Array.from(bytes) });

	test('sound, twice, damaged, none', () => {
		expect(sound('acked', 0x81, 0)).toBe('clean');
		expect(sound('acked', 0x81, 0, 0x81, 0)).toBe('double');
		expect(sound('acked', 0x81, 0, 0x44)).toBe('unreadable');
		expect(sound('no-answer', 0x44, 0x45)).toBe('unreadable');
		expect(sound('no-answer')).toBe('silent');
		expect([sound('sent'), sound('down')]).toEqual(['mute', 'down']);
	});
	test('Modbus: an answer with a wrong sum is damaged, one within noise is too', () => {
		const [ping] = modbusDriver({ lines: [{ at: 0, length: 8, perRegister: 2 }] }).ping(1);
		if (!ping) throw new Error('no ping');
		const body = Uint8Array.of(1, 3, 2, 0, 0x41);
		const answer = [...body, ...low16(crc16(body, 0xffff))];
		const of = (...bytes: number[]): Sign =>
			signOfOne(ping, { kind: 'acked', reason: null, bytes: Uint8Array.from(bytes) });
		expect(of(...answer)).toBe('clean');
		expect(of(...answer.with(3, 0x10))).toBe('unreadable');
		expect(of(...answer, ...answer)).toBe('double');
	});
	test('several together: the worst counts, and answers that come and stay away are damaged', () => {
		expect(signOf(['clean', 'double', 'clean'])).toBe('double');
		expect(signOf(['clean', 'silent'])).toBe('unreadable');
		expect(signOf(['silent', 'silent'])).toBe('silent');
		expect(signOf([])).toBe('mute');
		expect([differ(['1', null, '1']), differ(['1', '2'])]).toEqual([false, true]);
	});
	test('any bytes at all', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
				expect(() => signOfOne(frame, { kind: 'no-answer', reason: null, bytes })).not.toThrow();
			})
		);
	});
});
