import { has } from '../tools.ts';
import { soakBoards, type BoardFigures } from './boards.ts';
import { memory } from './memory.ts';
import type { SoakWire } from './place.ts';
import { soakSlips, type SlipFigures } from './slips.ts';
import { share } from './trouble.ts';

export interface SoakWish {
	slips: number;
	updates: number;
	seed: number;
	/** printers, and lines of four boards, at once */
	printers: number;
	lines: number;
	/** called now and then with what has been done */
	onProgress?: (done: { slips: number; updates: number }) => void;
}

export interface SoakReport {
	slips: SlipFigures[];
	boards: BoardFigures[];
	seconds: number;
	/** MB for 1000 slips or updates, over the second half */
	slope: { heap: number; rss: number };
	peakMb: number;
	/** everything that is not as it must be */
	wrong: string[];
}

const LOOKS = 40;

/** Slips and updates through flaky wires, all at once; every other wire is a serial port where socat makes one. */
export async function soak({ slips, updates, seed, printers, lines, onProgress }: SoakWish): Promise<SoakReport> {
	const from = performance.now();
	const mb = memory();
	const done = { slips: 0, updates: 0 };
	const every = Math.max(1, Math.floor((slips + updates) / LOOKS));
	const wireOf = (i: number): SoakWire => (i % 2 === 1 && has('socat') ? 'pty' : 'tcp');
	const step = (what: keyof typeof done): void => {
		done[what] += 1;
		const all = done.slips + done.updates;
		if (all % every !== 0) return;
		mb.look(all);
		onProgress?.(done);
	};
	const papers = share(slips, printers).map((part, i) =>
		soakSlips({ wire: wireOf(i), slips: part, seed: seed + i, onSlip: () => step('slips') })
	);
	const boards = share(updates, lines).map((part, i) =>
		soakBoards({
			...{ wire: wireOf(i), updates: part, seed: seed + 100 + i, onUpdate: () => step('updates') },
			driver: i % 4 < 2 ? 'modbus' : 'onbon'
		})
	);
	const report = { slips: await Promise.all(papers), boards: await Promise.all(boards) };
	return {
		...report,
		seconds: (performance.now() - from) / 1000,
		slope: mb.slope(),
		peakMb: mb.peak(),
		wrong: [...report.slips, ...report.boards].flatMap(({ wrong }) => wrong)
	};
}
