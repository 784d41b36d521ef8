import { printerModel } from '#printer/models/models.ts';
import type { Printer, PrintJob, PrinterFault } from '#printer/printer.ts';
import { thermal } from '#printer/thermal.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { pause, systemTimers } from '#printer/wire/timers.ts';
import type { ServedLine } from '#server/simulators/line.ts';
import { joined, type SoakWire } from './place.ts';
import { trouble, type Cause } from './trouble.ts';

/** What became of the slips of one printer; lists of numbers for which something is not as it must be. */
export interface SlipFigures {
	slips: number;
	printed: number;
	/** a person has to look: bytes had left and the end was not seen */
	unsure: number;
	/** of those, found on paper later, told by the printer itself */
	late: number;
	/** nothing had left: handed back and tried again, as the hall does */
	again: number;
	troubles: number;
	wrong: string[];
}

const LIMITS = {
	...{ linkMs: 1000, answerMs: 150, settleMs: 1, learnMs: 150, writeMs: 2000, printedMs: 800, watchMs: 20, idleMs: 300 }
};
/** mm/s: the paper of a soak takes no time worth speaking of. */
const SPEED = 100_000;
const MOST_TRIES = 400;
const AGAIN_MS = 20;
const SETTLE_MS = 1000;
const REBOOT_ONE_IN = 40;

/** What was said last of each number. */
type Said = Map<string, 'printed' | 'unsure'>;

const LASTING: readonly PrinterFault[] = ['paper-out', 'cover-open', 'cutter', 'hot', 'mute', 'hung'];

export interface SoakSlips {
	wire: SoakWire;
	slips: number;
	seed: number;
	/** called after every slip */
	onSlip: () => void;
}

/** Prints slips through a wire with every trouble, and asks of each: is what was said of it true. */
export async function soakSlips({ wire, slips, seed, onSlip }: SoakSlips): Promise<SlipFigures> {
	const model = printerModel('epson', 80);
	const far = virtualPrinter({ model, speed: SPEED, keep: 1 });
	const papers = counted(far);
	const { wire: near, line, close } = await joined(wire, far.attach.bind(far), seed);
	const printer = thermal({ wire: near, model, limits: LIMITS });
	const bad = trouble(seed, causes(far, line), 300);
	const figures: SlipFigures = { slips, printed: 0, unsure: 0, late: 0, again: 0, troubles: 0, wrong: [] };
	const said: Said = new Map();
	const before = (): void => {
		bad.perhaps();
		if (bad.roll(REBOOT_ONE_IN) > 0) return;
		far.after({ bytes: bad.roll(300) }, () => {
			far.reboot({ keepLink: true });
		});
	};
	for (let n = 0; n < slips; n += 1) {
		await printOne(printer, `N${String(n).padStart(5, '0')}`, { figures, said, before });
		onSlip();
	}
	bad.end();
	await pause(systemTimers, SETTLE_MS);
	await printer.close();
	await close();
	await far.close();
	return judged({ ...figures, troubles: bad.count() }, said, papers);
}

interface Doing {
	figures: SlipFigures;
	said: Said;
	/** before each try something may go wrong */
	before: () => void;
}

/** One slip, handed back and tried again as long as nothing has left, as the hall does. */
async function printOne(printer: Printer, number: string, { figures, said, before }: Doing): Promise<void> {
	const onLate = (): void => {
		figures.late += 1;
		said.set(number, 'printed');
	};
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		before();
		const { state } = await printer.print({ ...slip(number), onLate });
		if (state === 'printed' || state === 'unsure') said.set(number, state);
		if (state !== 'failed') return;
		figures.again += 1;
		await pause(systemTimers, AGAIN_MS);
	}
}

/** Whether what was said of every slip is true of the paper. */
function judged(figures: SlipFigures, said: Said, papers: ReturnType<typeof counted>): SlipFigures {
	const wrong: string[] = [];
	for (const [number, state] of said) {
		const { begun = 0, whole = 0 } = papers.get(number) ?? {};
		figures[state] += 1;
		if (state === 'printed' && whole !== 1)
			wrong.push(`${number} was said to be printed, and is there ${String(whole)} times`);
		if (begun > 1 || whole > 1) wrong.push(`${number} came out ${String(Math.max(begun, whole))} times`);
	}
	if (said.size !== figures.slips) wrong.push(`${String(figures.slips - said.size)} slips have no end`);
	return { ...figures, wrong };
}

/** How often each number was begun and how often it came out whole. */
function counted(far: VirtualPrinter): Map<string, { begun: number; whole: number }> {
	const papers = new Map<string, { begun: number; whole: number }>();
	far.onPaper(({ text }) => {
		for (const found of text.matchAll(/(完 )?(N\d{5})$/gm)) {
			const [, end, number = ''] = found;
			const count = papers.get(number) ?? { begun: 0, whole: 0 };
			count[end === undefined ? 'begun' : 'whole'] += 1;
			papers.set(number, count);
		}
	});
	return papers;
}

/** What is wrong at the printer, and what is at the cable: noise and splits spoil answers only as far as a printer can tell. */
function causes(far: VirtualPrinter, { cable }: ServedLine): Cause[] {
	const own = LASTING.map((name): Cause => ({
		name,
		set: (on) => {
			far.setFault(name, on);
		}
	}));
	const between = ['unplugged', 'stalled', 'split', 'late', 'noise'].map((name): Cause => ({
		name,
		set: (on) => {
			cable.setFault(name, on);
		}
	}));
	return [...own, ...between];
}

function slip(number: string): PrintJob {
	return {
		lines: [
			{ type: 'text', text: number },
			{ type: 'text', text: '前面等待 12 人' },
			{ type: 'qr', data: `https://q.example.cn/${number}` },
			{ type: 'text', text: `完 ${number}` }
		]
	};
}
