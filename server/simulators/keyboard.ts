/** Faults by keyboard: a letter each. It reads any stream of characters, a terminal's or a pipe's. */
import type { SimulatedDevice } from './device.ts';

/** Keys of a device's faults, in their order; its hands have their own. */
export const FAULT_KEYS = '1234567890ABCDEFGH';
/** Keys of the cable's faults. */
const CABLE_KEYS: Partial<Record<string, string>> = {
	unplugged: 'u',
	stalled: 't',
	noise: 'n',
	loss: 'x',
	late: 'l',
	split: 'p',
	echo: 'e'
};
const NEXT = '>';
const QUIT = ['q', '\u0003', '\u0004'];

export interface KeyboardParts {
	devices: readonly SimulatedDevice[];
	cable: SimulatedDevice;
	print: (line: string) => void;
	/** something was switched or done by hand */
	onChanged: () => void;
	onQuit: () => void;
}

/** Takes characters as they are typed, and says what each did. */
export class Keyboard {
	readonly #parts: KeyboardParts;
	#at = 0;

	constructor(parts: KeyboardParts) {
		this.#parts = parts;
	}

	/** The keys of the device that is in hand, in a line. */
	help(): string {
		const { devices, cable } = this.#parts;
		const device = this.#device();
		const own = device.knows.map((fault, i) => `${FAULT_KEYS[i] ?? '?'} ${fault}`);
		const hands = Object.entries(device.hands).map(([name, { key }]) => `${key} ${name}`);
		const line = cable.knows.map((fault) => `${CABLE_KEYS[fault] ?? '?'} ${fault}`);
		const next = devices.length > 1 ? [`${NEXT} next device`] : [];
		return `${device.code}: ${[...own, ...hands].join('  ')}  |  cable: ${line.join('  ')}  |  ${[...next, 'q quit'].join('  ')}`;
	}

	type(text: string): void {
		for (const key of text) this.#press(key);
	}

	#device(): SimulatedDevice {
		const device = this.#parts.devices[this.#at];
		if (!device) throw new Error('a line without a device');
		return device;
	}

	#press(key: string): void {
		const { cable, devices, print, onQuit } = this.#parts;
		if (key.trim() === '' && !QUIT.includes(key)) return;
		if (QUIT.includes(key)) {
			onQuit();
			return;
		}
		if (key === NEXT) {
			this.#at = (this.#at + 1) % devices.length;
			print(this.help());
			return;
		}
		const fault = this.#device().knows[FAULT_KEYS.indexOf(key)];
		const ofCable = cable.knows.find((one) => CABLE_KEYS[one] === key);
		if (fault !== undefined) this.#turn(this.#device(), fault);
		else if (ofCable !== undefined) this.#turn(cable, ofCable);
		else this.#hand(key);
	}

	#hand(key: string): void {
		const { print, onChanged } = this.#parts;
		const device = this.#device();
		const found = Object.entries(device.hands).find(([, hand]) => hand.key === key);
		if (!found) {
			print(this.help());
			return;
		}
		const [name, hand] = found;
		print(`${device.code}: ${name}${hand.act('') ? '' : ' cannot be done'}`);
		onChanged();
	}

	#turn(device: SimulatedDevice, fault: string): void {
		const on = !device.faults().includes(fault);
		device.setFault(fault, on);
		this.#parts.print(`${device.code}: ${fault} ${on ? 'on' : 'off'}`);
		this.#parts.onChanged();
	}
}
