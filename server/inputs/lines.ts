import type { KeyLine } from '#printer/input/key-line.ts';
import { KEY_PAD_FAULTS, type VirtualKeyPads } from '#printer/virtual/key-pads.ts';
import { press as pressPad, type PadsOptions } from '../devices/pads.ts';
import { openKeyLine } from '../hardware/key-lines.ts';
import { keyAddresses } from '../hardware/part.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { askAtWindow, rateByKey } from '../ratings/evaluator.ts';
import { shownAtWindow } from '../ratings/ask.ts';
import type { Touched } from '../realtime/touched.ts';
import type { EvaluatorEntry, PadEntry, PadLineEntry } from '../setup/schema.ts';
import type { KeyDeviceView, KeyLineView } from './view.ts';

export interface KeyLinesOptions extends PadsOptions {
	/** what the device page shows has changed */
	onChanged?: () => void;
	/** the line of another machine */
	farLine?: (entry: PadLineEntry) => KeyLine | undefined;
}

/** A key that was pressed on the line of an agent; `fresh`: a moment ago. */
export interface FarPress {
	line: string;
	address: number;
	key: number;
	fresh: boolean;
}

interface Opened {
	entry: PadLineEntry;
	line: KeyLine;
	far: VirtualKeyPads | undefined;
	/** presses of addresses that no device of the hall file has */
	strangers: Map<number, number>;
}

type OnLine = { kind: 'pad'; device: PadEntry } | { kind: 'evaluator'; device: EvaluatorEntry };
type Counts = Pick<KeyDeviceView, 'presses' | 'refused'> & { unknown: Map<number, number> };

/** The lines of call pads and evaluators of the hall file, while they are open. */
export class KeyLines {
	readonly #hall: Hall;
	readonly #options: KeyLinesOptions;
	readonly #lines: Opened[];
	readonly #counts = new Map<string, Counts>();
	/** the ask that was last passed on to an evaluator, by its code */
	readonly #passed = new Map<string, number>();

	constructor(hall: Hall, options: KeyLinesOptions) {
		this.#hall = hall;
		this.#options = options;
		this.#lines = hall.setup.file.devices.padLines.map((entry) => this.#open(entry));
	}

	/** Tells evaluators that a service at their window has ended. */
	async take(touched: Touched): Promise<void> {
		for (const evaluator of this.#hall.setup.file.devices.evaluators) {
			if (touched.windows.has(evaluator.window)) await this.#ask(evaluator);
		}
	}

	view(): KeyLineView[] {
		return this.#lines.map(({ entry, line, far, strangers }) => {
			const { up, garbage, heard } = line.state();
			const devices = this.#devicesOn(entry.code).map(({ kind, device }) => {
				const { presses, refused, unknown } = this.#countsOf(device.code);
				return {
					...{ code: device.code, kind, address: device.address, window: device.window },
					...{ heardAt: heard.get(device.address) ?? null, presses, refused, unknown: pairs(unknown) },
					keys: Object.entries(device.keys).map(([key, does]) => ({ key: Number(key), does: String(does) }))
				};
			});
			const faulty = { knows: far ? KEY_PAD_FAULTS : [], faults: far?.faults() ?? [] };
			const known = { code: entry.code, virtual: far !== undefined, up, garbage, ...faulty };
			return { ...known, devices, strangers: pairs(strangers) };
		});
	}

	/** Presses a key of a virtual pad or evaluator; false when there is none of that code. */
	press(code: string, key: number): boolean {
		for (const { entry, far } of this.#lines) {
			const found = this.#devicesOn(entry.code).find(({ device }) => device.code === code);
			if (!found || !far) continue;
			far.press(found.device.address, key);
			return true;
		}
		return false;
	}

	/** Switches a fault of a virtual line; false when there is no such line or fault. */
	setFault(code: string, fault: string, on: boolean): boolean {
		const far = this.#lines.find(({ entry }) => entry.code === code)?.far;
		const known = KEY_PAD_FAULTS.find((one) => one === fault);
		if (!far || !known) return false;
		far.setFault(known, on);
		this.#options.onChanged?.();
		return true;
	}

	async close(): Promise<void> {
		await Promise.all(this.#lines.map(({ line }) => line.close()));
	}

	#open(entry: PadLineEntry): Opened {
		const { clock } = this.#hall;
		const strangers = new Map<number, number>();
		const farLine = entry.agent === null ? undefined : this.#options.farLine?.(entry);
		if (farLine) return { entry, line: farLine, far: undefined, strangers };
		const { line, far } = openKeyLine(entry, {
			clock,
			addresses: keyAddresses(this.#hall.setup.file.devices, entry.code),
			onKey: (address, key) => this.#heard({ entry, strangers }, address, key),
			onState: () => this.#options.onChanged?.()
		});
		return { entry, line, far, strangers };
	}

	/** A key was pressed on a line that an agent drives. One that was pressed too long ago is told and not done. */
	pressedFar({ line, address, key, fresh }: FarPress): void {
		const on = this.#lines.find(({ entry }) => entry.code === line);
		if (!on) return;
		if (fresh) this.#heard(on, address, key);
		else this.#late(line, address, key);
	}

	/** Whoever pressed it has gone on by other ways. */
	#late(line: string, address: number, key: number): void {
		const found = this.#devicesOn(line).find(({ device }) => device.address === address);
		if (!found) return;
		this.#countsOf(found.device.code).refused = 'key-late';
		const action = found.kind === 'pad' ? found.device.keys[String(key)] : undefined;
		if (action !== undefined) this.#options.onRefused(found.device.window, action, 'key-late');
		this.#options.onChanged?.();
	}

	#heard(on: Pick<Opened, 'entry' | 'strangers'>, address: number, key: number): void {
		void this.#pressed(on, address, key).catch(this.#options.onTrouble);
	}

	#devicesOn(line: string): OnLine[] {
		const { pads, evaluators } = this.#hall.setup.file.devices;
		return [
			...pads.filter((one) => one.line === line).map((device) => ({ kind: 'pad' as const, device })),
			...evaluators.filter((one) => one.line === line).map((device) => ({ kind: 'evaluator' as const, device }))
		];
	}

	async #pressed(on: Pick<Opened, 'entry' | 'strangers'>, address: number, key: number): Promise<void> {
		const found = this.#devicesOn(on.entry.code).find(({ device }) => device.address === address);
		if (!found) add(on.strangers, address);
		else if (found.device.keys[String(key)] === undefined) add(this.#countsOf(found.device.code).unknown, key);
		else await this.#known(found, key);
		this.#options.onChanged?.();
	}

	async #known(found: OnLine, key: number): Promise<void> {
		const counts = this.#countsOf(found.device.code);
		counts.presses += 1;
		const outcome =
			found.kind === 'pad'
				? await pressPad(this.#hall, found.device, key, this.#options)
				: await this.#rate(found.device, key);
		counts.refused = outcome === undefined || outcome.ok ? null : outcome.refusal;
	}

	async #rate(evaluator: EvaluatorEntry, key: number): Promise<Awaited<ReturnType<typeof rateByKey>> | undefined> {
		const grade = evaluator.keys[String(key)];
		if (grade === undefined) return undefined;
		const who: Who = { role: 'display', name: `device:${evaluator.code}` };
		const rated = await rateByKey(this.#hall, who, evaluator.window, grade);
		if (rated.ok) this.#say('thanks', evaluator);
		return rated;
	}

	/** An ask counts as shown once its frame is on the line. */
	async #ask(evaluator: EvaluatorEntry): Promise<void> {
		const ask = await askAtWindow(this.#hall.read, this.#hall, evaluator.window);
		if (!ask || this.#passed.get(evaluator.code) === ask.leg) return;
		this.#passed.set(evaluator.code, ask.leg);
		if (this.#say('ask', evaluator)) await shownAtWindow(this.#hall, ask.token);
	}

	#say(what: 'ask' | 'thanks', { line, address }: EvaluatorEntry): boolean {
		return this.#lines.find(({ entry }) => entry.code === line)?.line.say(what, address) ?? false;
	}

	#countsOf(code: string): Counts {
		const known = this.#counts.get(code) ?? { presses: 0, refused: null, unknown: new Map<number, number>() };
		this.#counts.set(code, known);
		return known;
	}
}

/** Noise that passes for a frame has any number: a few are enough to see that. */
const MOST_KINDS = 20;

function add(counts: Map<number, number>, what: number): void {
	if (counts.has(what) || counts.size < MOST_KINDS) counts.set(what, (counts.get(what) ?? 0) + 1);
}

function pairs(counts: ReadonlyMap<number, number>): { what: number; count: number }[] {
	return [...counts].map(([what, count]) => ({ what, count }));
}
