import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PrinterStatus } from '../printer.ts';
import { printerModel } from '../models/models.ts';
import { ASB, POLLS, signsOf } from '../models/status.ts';
import type { OwnQuestion } from '../models/status.ts';
import { readAnswers, statusOf } from './status.ts';
import type { Answer } from './status.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const kinds = (answers: Answer[]): string[] => answers.map((answer) => answer.kind);

/** Feeds pieces as they come in. */
const custom = printerModel('custom', 80).status?.own ?? null;
const snbc = printerModel('snbc', 80).status?.polls ?? POLLS;

function read(pieces: Uint8Array[], own: OwnQuestion | null = null): Answer[] {
	let rest: Uint8Array = new Uint8Array();
	return pieces.flatMap((piece) => {
		const got = readAnswers(Buffer.concat([rest, piece]), own);
		rest = got.rest;
		return got.answers;
	});
}

describe('what a printer says', () => {
	test('answers, automatic status, "printed" and "cleared" are told apart in one chunk', () => {
		const { answers, rest, garbage } = readAnswers(bytes('12 1a 18000f0f 37224130303100 372500'));
		expect(kinds(answers)).toEqual(['status', 'status', 'asb', 'printed', 'cleared']);
		expect(answers[3]).toEqual({ kind: 'printed', id: 'A001' });
		expect([rest.length, garbage]).toEqual([0, 0]);
	});

	test('an answer split anywhere is one answer', () => {
		const all = bytes('10000 00f 37224130303100 12'.replace(' ', ''));
		for (let at = 0; at <= all.length; at += 1) {
			expect(kinds(read([all.subarray(0, at), all.subarray(at)]))).toEqual(['asb', 'printed', 'status']);
		}
	});

	test('garbage before, between and after costs nothing but itself', () => {
		const { answers, garbage } = readAnswers(bytes('ff00 37 12 34 37224130303100 c1 3725 16'));
		expect(kinds(answers)).toEqual(['status', 'printed', 'status']);
		expect(garbage).toBe(7);
	});

	test('half a status does not eat the answer behind it', () => {
		expect(kinds(read([bytes('10'), bytes('12')]))).toEqual(['status']);
		expect(kinds(read([bytes('1000'), bytes('1000000f')]))).toEqual(['asb']);
		expect(kinds(read([bytes('372241'), bytes('12')]))).toEqual(['status']);
	});

	test('noise is never taken for "printed"', () => {
		expect(read([bytes('ff00371234')]).some((answer) => answer.kind === 'printed')).toBe(false);
		expect(read([bytes('38 00 00 0f')])).toMatchObject([{ kind: 'asb' }]);
		expect(read([bytes('372241303031ff')]).some((answer) => answer.kind === 'printed')).toBe(false);
	});

	test('whatever comes, however cut, the same is read, and a whole "printed" after it is not lost', () => {
		const pieces = fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 12 });
		fc.assert(
			fc.property(pieces, (parts) => {
				const flush = bytes('ffffffffffff 37225a5a5a5a00');
				const split = read([...parts, flush]);
				expect(split).toEqual(read([Buffer.concat([...parts, flush])]));
				expect(split.at(-1)).toEqual({ kind: 'printed', id: 'ZZZZ' });
			})
		);
	});
});

describe('what it means', () => {
	test.each<[string, PrinterStatus['state']]>([
		['12121212', 'ready'],
		['16121212', 'ready'],
		['1a32127e', 'paper-out'],
		['1a161212', 'cover-open'],
		['1212121e', 'paper-low'],
		['1a521a12', 'cutter-jam'],
		['1a525212', 'overheated'],
		['1a521212', 'error'],
		['1a121212', 'error'],
		// The bits that mean different things with different makers decide nothing.
		['72121612', 'ready']
	])('four answers %s: %s', (hex, state) => {
		expect(statusOf(signsOf(bytes(hex), POLLS))).toEqual({ state });
	});

	test.each<[string, PrinterStatus['state']]>([
		['1000000f', 'ready'],
		['1000030f', 'paper-low'],
		['18000f0f', 'paper-out'],
		['38000f0f', 'cover-open'],
		['3800000f', 'cover-open'],
		['1808000f', 'cutter-jam'],
		['1840000f', 'overheated'],
		['1820000f', 'error']
	])('automatic status %s: %s', (hex, state) => {
		expect(statusOf(signsOf(bytes(hex), ASB))).toEqual({ state });
	});

	test.each<[string, PrinterStatus['state']]>([
		['100f00000000', 'ready'],
		['100f04000000', 'paper-low'],
		['100f05000000', 'paper-out'],
		['100f00020000', 'cover-open'],
		['100f00000001', 'cutter-jam'],
		['100f00000100', 'overheated'],
		['100f00004000', 'jam'],
		['100f00010000', 'head-up'],
		['100f40000000', 'paper-low'],
		['100f00000004', 'error']
	])('full status of a kiosk printer %s: %s', (hex, state) => {
		const [answer] = readAnswers(bytes(hex), custom).answers;
		expect(answer?.kind === 'own' ? statusOf(signsOf(answer.bytes, custom?.bits ?? [])) : answer).toEqual({ state });
	});

	test('a ticket in the output is a sign, and no trouble by itself', () => {
		const signs = signsOf(bytes('20000000'), custom?.bits ?? []);
		expect([signs.ticketOut, statusOf(signs)]).toEqual([true, { state: 'ready' }]);
	});

	test.each<[string, PrinterStatus['state'], PrinterStatus['state']]>([
		['1a521612', 'jam', 'error'],
		['1a525212', 'head-up', 'overheated'],
		['1a521a12', 'cutter-jam', 'cutter-jam'],
		['1a32127e', 'paper-out', 'paper-out']
	])('four answers %s are %s from SNBC, and %s from others', (hex, ofSnbc, ofOthers) => {
		expect([statusOf(signsOf(bytes(hex), snbc)).state, statusOf(signsOf(bytes(hex), POLLS)).state]).toEqual([
			ofSnbc,
			ofOthers
		]);
	});

	test('the cover comes before the paper: who opened it sees both', () => {
		expect(statusOf(signsOf(bytes('1a36127e'), POLLS))).toEqual({ state: 'cover-open' });
	});
});
