import fc from 'fast-check';
import { expect, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { cardData, VIRTUAL_CARDS, type VirtualCard } from '../virtual/id-reader.ts';
import { virtualLine } from '../wire/virtual.ts';
import type { Link, Wire } from '../wire/wire.ts';
import { ID_STATUS, idAnswer, idAsk } from './id-card-frames.ts';
import { IdReader, type CardOutcome } from './id-card.ts';

/* A module of the worst kind: what it says comes in pieces, behind noise, twice, late, with wrong sums, and the card moves. */

const [ADULT, ELDER] = VIRTUAL_CARDS as [VirtualCard, VirtualCard];
const QUESTIONS = (['find', 'select', 'read'] as const).map((ask) => Buffer.from(idAsk(ask)).toString('hex'));

interface Answering {
	/** sizes of the pieces, bytes */
	pieces: readonly number[];
	noise: Uint8Array;
	/** the sum is wrong */
	damaged: boolean;
	/** the answer comes again behind itself */
	twice: boolean;
	lateMs: number;
	/** the card is lifted before this answer */
	lifted: boolean;
	/** and another one is laid */
	swapped: boolean;
}

const answering: fc.Arbitrary<Answering> = fc.record({
	pieces: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 5 }),
	noise: fc.uint8Array({ maxLength: 12 }),
	damaged: fc.nat(3).map((one) => one === 0),
	twice: fc.boolean(),
	lateMs: fc.constantFrom(0, 0, 40, 900),
	lifted: fc.nat(5).map((one) => one === 0),
	swapped: fc.nat(7).map((one) => one === 0)
});

/** A module at the far end of a line: the card that lies on it, and how it answers, one plan for each question. */
function moduleOf(clock: VirtualClock, plans: readonly Answering[]): { wire: Wire; lain: Set<string> } {
	const line = virtualLine('module');
	const lain = new Set([ADULT.number]);
	let card: VirtualCard | null = ADULT;
	let asked = 0;
	const say = (link: Link, bytes: Uint8Array, { pieces, lateMs }: Answering): void => {
		let at = 0;
		for (const [i, size] of [...pieces, bytes.length].entries()) {
			const piece = bytes.slice(at, at + size);
			at += size;
			if (piece.length > 0) clock.after(lateMs + i * 5, () => void link.write(piece).catch(() => undefined));
		}
	};
	const answerTo = (question: number): Uint8Array => {
		if (card === null) return idAnswer([ID_STATUS.noCard, ID_STATUS.notSelected, ID_STATUS.notRead][question] ?? 0);
		if (question === 0) return idAnswer(ID_STATUS.found, new Uint8Array(4));
		return question === 1 ? idAnswer(ID_STATUS.ok, new Uint8Array(8)) : idAnswer(ID_STATUS.ok, cardData(card));
	};
	line.onOpen((link) => {
		let heard = '';
		link.onBytes((bytes) => {
			heard += Buffer.from(bytes).toString('hex');
			const question = QUESTIONS.findIndex((one) => heard.endsWith(one));
			if (question < 0) return;
			heard = '';
			const plan = plans[asked++ % plans.length];
			if (!plan) return;
			if (plan.lifted) card = null;
			if (plan.swapped) card = ELDER;
			if (card) lain.add(card.number);
			const whole = answerTo(question);
			if (plan.damaged) whole[whole.length - 1] = (whole.at(-1) ?? 0) ^ 0x5a;
			say(link, Uint8Array.from([...plan.noise, ...whole, ...(plan.twice ? whole : [])]), plan);
		});
	});
	return { wire: line.wire, lain };
}

async function readOnce(clock: VirtualClock, reader: IdReader): Promise<CardOutcome> {
	let outcome: CardOutcome | undefined;
	void reader.read({ limitMs: 5000, signal: new AbortController().signal }).then((one) => (outcome = one));
	for (let steps = 0; outcome === undefined && steps < 2000; steps += 1) await clock.advance(50);
	if (!outcome) throw new Error('it never ends');
	return outcome;
}

test('K-07 however a module answers, a reading ends, and reads a card that lay there or none', async () => {
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fc.array(answering, { minLength: 1, maxLength: 8 }), async (plans) => {
			const clock = virtualClock();
			const { wire, lain } = moduleOf(clock, plans);
			const outcome = await readOnce(clock, new IdReader(wire, clock));
			seen.add(outcome.outcome);
			if (outcome.outcome === 'read') expect(lain).toContain(outcome.card.number);
			// The last bytes of the far end, and nothing of ours.
			await clock.advance(2000);
			expect(clock.pending()).toBe(0);
		}),
		{ numRuns: 150 }
	);
	expect([...seen].sort()).toEqual(expect.arrayContaining(['none', 'read', 'unreadable']));
});

test('K-07 pieces, noise without a head and doubled answers alone hide no card', async () => {
	const calm = { damaged: false, lifted: false, swapped: false, lateMs: 0 };
	const quiet = answering.map((one) => ({
		...one,
		...calm,
		noise: one.noise.map((byte) => (byte === 0xaa ? 0 : byte))
	}));
	await fc.assert(
		fc.asyncProperty(fc.array(quiet, { minLength: 1, maxLength: 4 }), async (plans) => {
			const clock = virtualClock();
			const { wire } = moduleOf(clock, plans);
			expect(await readOnce(clock, new IdReader(wire, clock))).toEqual({
				outcome: 'read',
				card: { number: ADULT.number }
			});
		}),
		{ numRuns: 100 }
	);
});
