import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { printerModel } from './models/models.ts';
import type { PrinterStatus } from './printer.ts';
import { Talk } from './talk.ts';
import { KeptWire } from './wire/keep.ts';
import { virtualLine } from './wire/virtual.ts';

/** A talk whose far end answers each question with the next of these, in hex; then with "all is well". */
async function asked(
	answers: string[],
	model = printerModel('generic', 58)
): Promise<{ status: PrinterStatus; questions: string[]; news: string[] }> {
	const clock = virtualClock();
	const line = virtualLine('test');
	const questions: string[] = [];
	const news: string[] = [];
	line.onOpen((far) => {
		far.onBytes((bytes) => {
			questions.push(Buffer.from(bytes).toString('hex'));
			void far.write(Buffer.from(answers.shift() ?? '12', 'hex'));
		});
	});
	const wire = new KeptWire(line.wire, {
		timers: clock,
		onBytes: (bytes) => {
			talk.hear(bytes);
		}
	});
	const talk: Talk = new Talk({
		...{ wire, model, timers: clock, limits: { answerMs: 500, settleMs: 10 } },
		news: { onStatus: ({ state }) => news.push(state), onPrinted: (id) => news.push(id) }
	});
	await wire.whenUp(1000);
	const probe = talk.probe();
	await clock.advance(20_000);
	const status = await probe;
	await wire.close();
	return { status, questions, news };
}

const FOUR = ['100401', '100402', '100403', '100404'];

test('four questions, one at a time, and it is well', async () => {
	expect(await asked([])).toEqual({ status: { state: 'ready' }, questions: FOUR, news: [] });
});

test('trouble is believed when it is said twice', async () => {
	const out = ['1a', '32', '12', '7e'];
	const { status, questions } = await asked([...out, ...out]);
	expect([status.state, questions.length]).toEqual(['paper-out', 8]);
});

test('trouble that only a stray byte told is not', async () => {
	const { status, questions } = await asked(['127e']);
	expect([status.state, questions.length]).toEqual(['ready', 8]);
});

test('a lost answer is asked for once more; two lost ones are silence', async () => {
	const { status, questions } = await asked(['12', '', '12']);
	expect([status.state, questions]).toEqual(['ready', ['100401', '100402', '100402', '100403', '100404']]);
	expect((await asked(['', ''])).status).toEqual({ state: 'unknown' });
});

test('of two answers to one question the worse counts', async () => {
	const noisy = ['12', '12', '12', '127e'];
	expect((await asked([...noisy, ...noisy])).status.state).toBe('paper-out');
});

test('what comes unasked between the answers is told, and is no answer', async () => {
	const { status, news } = await asked(['38000f0f12', '37224130303100', '12']);
	expect([status.state, news]).toEqual(['ready', ['cover-open', 'A001']]);
});

test('a kiosk printer is asked for its full status besides the four', async () => {
	const custom = printerModel('custom', 80);
	const { status, questions } = await asked(
		['12', '12', '12', '12', '100f00004000', '12', '12', '12', '12', '100f00004000'],
		custom
	);
	expect([status.state, questions[4]]).toEqual(['jam', '100414']);
});

test('a printer that tells its changes is asked for one byte only, and for all of them now and then', async () => {
	const looks: string[][] = [];
	const clock = virtualClock();
	const line = virtualLine('test');
	let questions: string[] = [];
	line.onOpen((far) => {
		far.onBytes((bytes) => {
			const asked = Buffer.from(bytes).toString('hex');
			questions.push(asked);
			void far.write(Buffer.from(asked === '1d610f' ? '1000000f' : '12', 'hex'));
		});
	});
	const wire = new KeptWire(line.wire, {
		timers: clock,
		onBytes: (bytes) => {
			talk.hear(bytes);
		}
	});
	const limits = { answerMs: 500, settleMs: 10 };
	const news = { onStatus: () => undefined, onPrinted: () => undefined };
	const talk: Talk = new Talk({ wire, model: printerModel('epson', 80), timers: clock, limits, news });
	await wire.whenUp(1000);
	for (let n = 0; n < 12; n += 1) {
		questions = [];
		const look = talk.look(true);
		await clock.advance(5000);
		expect(await look).toEqual({ state: 'ready' });
		looks.push(questions);
	}
	await wire.close();
	const all = ['1d610f', ...FOUR];
	expect(looks).toEqual([all, ...Array<string[]>(9).fill(['100401']), all, ['100401']]);
});

test('a "printed" that comes before the byte of its own is not taken for that byte', async () => {
	const answers = ['12', '12', '12', '12', '3722413030310004'];
	const { news, status } = await asked(answers, printerModel('print801', 80));
	expect([news, status.state]).toEqual([['A001'], 'ready']);
	expect((await asked(['12', '12', '12', '12', '40'], printerModel('print801', 80))).status.state).toBe('paper-low');
});
