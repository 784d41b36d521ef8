import { PAD_FAULTS, VirtualCallPad } from '#printer/virtual/call-pad.ts';
import type { Link } from '#printer/wire/wire.ts';
import { faultSet, type FarLine } from './device.ts';
import { addressesIn, type Kind } from './kind.ts';

interface Pad {
	code: string;
	address: number;
	/** the code of the key that its keyboard key presses, and those of the others */
	keys: readonly string[];
}

const USUAL_KEYS = ['10', '11', '12', '13', '14'];
const KEYS_KEPT = 20;

/** Call pads on one line. */
function padLine(pads: readonly Pad[]): FarLine {
	let line: Link | undefined;
	const devices = pads.map(({ code, address, keys }) => {
		const far = new VirtualCallPad(address);
		const press = (what: string): boolean => {
			const key = Number(what === '' ? keys[0] : what);
			if (!Number.isInteger(key) || key < 0 || key > 255) return false;
			far.press(key, line);
			return true;
		};
		return {
			code,
			...faultSet(PAD_FAULTS, (fault, on) => {
				far.setFault(fault, on);
			}),
			faults: () => far.faults(),
			hands: { key: { key: 'k', act: press } },
			shows: () => far.pressed.slice(-KEYS_KEPT).map((key) => ({ text: `key ${String(key)}`, svg: null }))
		};
	});
	return {
		devices,
		attach: (link) => {
			line = link;
		}
	};
}

export const PADS: Kind = {
	typed: ({ address }) =>
		padLine(addressesIn(address).map((one, i) => ({ code: `pad-${String(i + 1)}`, address: one, keys: USUAL_KEYS }))),
	filed: ({ pads }, code) => {
		const found = pads.filter((one) => one.line === code || one.code === code);
		return found.length === 0 ? undefined : padLine(found.map((one) => ({ ...one, keys: Object.keys(one.keys) })));
	}
};
