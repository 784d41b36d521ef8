import { parse } from 'yaml';
import { KEY_PAD_FAULTS, VirtualKeyPads } from '#printer/virtual/key-pads.ts';
import type { Link } from '#printer/wire/wire.ts';
import type { Clock } from '../clock.ts';
import { farKeys } from '../hardware/key-lines.ts';
import { evaluator, pad, padLine } from '../setup/schema/devices/inputs.ts';
import type { EvaluatorEntry, PadEntry, PadLineEntry } from '../setup/schema.ts';
import { faultSet, type FarLine, type SimulatedDevice } from './device.ts';
import { addressesIn, type Kind, type Typed } from './kind.ts';

type KeyDevice = Pick<PadEntry | EvaluatorEntry, 'code' | 'address' | 'keys'>;

const KEPT = 20;
const HIGHEST_KEY = 255;

/** Call pads and evaluators on one line: each hears everything, and speaks for itself. */
function keyLine(line: PadLineEntry, devices: readonly KeyDevice[], clock: Clock): FarLine {
	const hung = devices.map((entry) => {
		const far = new VirtualKeyPads(entry.code, clock, { ...farKeys(line), address: entry.address });
		return { far, device: keyDevice(entry, far, clock) };
	});
	return {
		devices: hung.map(({ device }) => device),
		attach: (link) => {
			hangAll(
				link,
				hung.map(({ far }) => far)
			);
		}
	};
}

/** A link has one listener, and all of them hear it. */
function hangAll(link: Link, fars: readonly VirtualKeyPads[]): void {
	const heard: ((bytes: Uint8Array) => void)[] = [];
	const ended: ((why: Error | undefined) => void)[] = [];
	link.onBytes((bytes) => {
		for (const hear of heard) hear(bytes);
	});
	link.onClosed((why) => {
		for (const end of ended) end(why);
	});
	for (const far of fars) {
		far.attach({
			write: (bytes) => link.write(bytes),
			close: () => link.close(),
			onBytes: (listener) => void heard.push(listener),
			onClosed: (listener) => void ended.push(listener)
		});
	}
}

function keyDevice({ code, address, keys }: KeyDevice, far: VirtualKeyPads, clock: Clock): SimulatedDevice {
	const pressed: { what: string; at: number }[] = [];
	// The key that calls; of an evaluator, the first.
	const usual = Object.entries(keys).find(([, does]) => does === 'next')?.[0] ?? Object.keys(keys)[0];
	const press = (what: string): boolean => {
		const key = Number(what === '' ? usual : what);
		if (!Number.isInteger(key) || key < 0 || key > HIGHEST_KEY) return false;
		pressed.push({ what: `key ${String(key)}`, at: clock.now() });
		pressed.splice(0, pressed.length - KEPT);
		far.press(address, key);
		return true;
	};
	return {
		code,
		...faultSet(
			KEY_PAD_FAULTS.filter((one) => one !== 'unplugged'),
			(fault, on) => {
				far.setFault(fault, on);
			}
		),
		faults: () => far.faults(),
		hands: { key: { key: 'k', act: press } },
		shows: () =>
			[...pressed, ...far.heard]
				.toSorted((a, b) => a.at - b.at)
				.slice(-KEPT)
				.map(({ what }) => ({ text: what, svg: null }))
	};
}

/** What was typed: `--entry` says of the line what a hall file says under `padLines`. */
const typedAs =
	(name: string, schema: typeof pad | typeof evaluator) =>
	({ address, entry = '{}' }: Typed, clock: Clock): FarLine => {
		const given: unknown = parse(entry);
		const fields = given !== null && typeof given === 'object' ? given : {};
		const line = padLine.parse({ code: 'line', wire: { kind: 'virtual' }, ...fields });
		const devices = addressesIn(address).map((one, i) =>
			schema.parse({ code: `${name}-${String(i + 1)}`, line: 'line', window: '1', address: one })
		);
		return keyLine(line, devices, clock);
	};

/** A line with whatever hangs on it, or one device of it. */
const filed: Kind['filed'] = ({ padLines, pads, evaluators }, code, clock) => {
	const devices = [...pads, ...evaluators].filter((one) => one.line === code || one.code === code);
	const line = padLines.find((one) => one.code === devices[0]?.line);
	return line && keyLine(line, devices, clock);
};

export const PADS: Kind = { typed: typedAs('pad', pad), filed };
export const EVALUATORS: Kind = { typed: typedAs('evaluator', evaluator), filed };
