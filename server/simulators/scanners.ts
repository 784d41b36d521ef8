import { parse } from 'yaml';
import { SCANNER_FAULTS, VirtualScanner } from '#printer/virtual/scanner.ts';
import type { Clock } from '../clock.ts';
import { scanner } from '../setup/schema/devices/inputs.ts';
import type { ScannerEntry } from '../setup/schema.ts';
import { faultSet, type FarLine } from './device.ts';
import type { Kind } from './kind.ts';

/** What is held before it where nothing else is said. */
const USUAL_CODE = 'A001';
const KEPT = 20;

/** A scanner at its cable. It never asks for anything: it shows what was held before it. */
function scannerLine({ code, encoding }: ScannerEntry, usual: string, clock: Clock): FarLine {
	const far = new VirtualScanner(code, clock);
	const scanned: string[] = [];
	const scan = (what: string): boolean => {
		const text = what === '' ? usual : what;
		scanned.push(text);
		scanned.splice(0, scanned.length - KEPT);
		far.scanText(text, encoding);
		return true;
	};
	return {
		devices: [
			{
				code,
				...faultSet(
					SCANNER_FAULTS.filter((one) => one !== 'unplugged'),
					(fault, on) => {
						far.setFault(fault, on);
					}
				),
				faults: () => far.faults(),
				hands: { code: { key: 's', act: scan } },
				shows: () => scanned.map((text) => ({ text, svg: null }))
			}
		],
		attach: (link) => {
			far.attach(link);
		}
	};
}

export const SCANNERS: Kind = {
	typed: ({ entry = '{}', code = USUAL_CODE }, clock) => {
		const given: unknown = parse(entry);
		const fields = given !== null && typeof given === 'object' ? given : {};
		const read = scanner.parse({ code: 'scanner', kiosk: 'kiosk', wire: { kind: 'virtual' }, ...fields });
		return scannerLine(read, code, clock);
	},
	filed: ({ scanners }, code, clock) => {
		const entry = scanners.find((one) => one.code === code);
		return entry && scannerLine(entry, USUAL_CODE, clock);
	}
};
