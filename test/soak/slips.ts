import { printerModel } from '#printer/models/models.ts';
import type { PrintJob, PrinterFault } from '#printer/printer.ts';
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
const LASTING: readonly PrinterFault[] = ['paper-out', 'cover-open', 'cutter', 'hot', 'mute', 'hung'];

export interface SoakSlips {
	wire: SoakWire;
	slips: number;
	seed: number;
	/** called after every slip */
	onSlip(): void;
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
	const said = new Map<string, 'printed' | 'unsure'>();
	for (let n = 0; n < slips; n += 1) {
		const number = `N${String(n).padStart(5, '0')}`;
		const onLate = (): void => {
			figures.late += 1;
			said.set(number, 'printed');
		};
		for (let tries = 0; !said.has(number); tries += 1) {
			bad.perhaps();
			if (bad.roll(40) === 0) far.after({ bytes: bad.roll(300) }, () => void far.reboot({ keepLink: true }));
			const { state } = await printer.print({ ...slip(number), onLate });
			if (state === 'printed' || state === 'unsure') said.set(number, state);
			else if (state === 'sent' || tries > MOST_TRIES) figures.wrong.push(`${number} ${state}`);
			if (state === 'sent' || tries > MOST_TRIES) break;
			if (state !== 'failed') break;
			figures.again += 1;
			await pause(systemTimers, 20);
		}
		onSlip();
	}
	bad.end();
	await pause(systemTimers, 1000);
	await printer.close();
	await close();
	await far.close();
	for (const [number, state] of said) {
		const { begun = 0, whole = 0 } = papers.get(number) ?? {};
		if (state === 'printed' && whole !== 1)
			figures.wrong.push(`${number} was said to be printed and is there ${String(whole)} times`);
		if (begun > 1 || whole > 1) figures.wrong.push(`${number} came out ${String(begun)} times`);
		figures[state] += 1;
	}
	if (said.size !== slips) figures.wrong.push(`${String(slips - said.size)} slips have no end`);
	figures.troubles = bad.count();
	return figures;
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
