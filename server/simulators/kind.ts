import type { Clock } from '../clock.ts';
import type { HallFile } from '../setup/schema.ts';
import type { FarLine } from './device.ts';

/** What was typed about a device: `model`, `width`, `driver`, `address`, `entry`, `code`. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** A kind of device that can be simulated. */
export interface Kind {
	/** The far end of what was typed; throws a sentence for what cannot be. */
	typed(values: Typed, clock: Clock): FarLine;
	/** The far end of what a hall file has by this code (a printer, a line with all that hangs on it); undefined: nothing. */
	filed(devices: HallFile['devices'], code: string, clock: Clock): FarLine | undefined;
}

/** The fields of an entry of the hall file that are of no use here. */
export const NAMELESS = { name: { zh: '模拟设备', en: 'Simulated' } };

/** The addresses of a line: `1,2,5`. */
export function addressesIn(text = '1'): number[] {
	return text.split(',').map(Number);
}
