import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { CannotOpen } from '../run/open.ts';
import { faultLine, readHall } from '../setup/read.ts';
import type { FarLine } from '../simulators/device.ts';
import type { Kind } from '../simulators/kind.ts';
import { KINDS } from '../simulators/kinds.ts';
import type { Place } from '../simulators/line.ts';
import { serve } from '../simulators/serve.ts';
import { Misused, type Command, type Input } from './command.ts';

const kinds = Object.keys(KINDS).join('|');

const simulateDevice: Command = {
	name: 'simulate-device',
	usage:
		`${kinds} [--pty [path] | --tcp [host:]port] [--api port] [--model code] [--width 58|80] [--driver code] ` +
		'[--address 1,2] [--entry yaml] [--code text] [--hall hall.yaml --device code] [--seed n]',
	summary:
		'A device without hardware, for a hall elsewhere to open: it answers, prints, shows and fails as a real one; faults by key, and by HTTP with --api',
	options: {
		pty: { type: 'string' },
		tcp: { type: 'string' },
		api: { type: 'string' },
		model: { type: 'string' },
		width: { type: 'string' },
		driver: { type: 'string' },
		address: { type: 'string' },
		entry: { type: 'string' },
		code: { type: 'string' },
		hall: { type: 'string' },
		device: { type: 'string' },
		seed: { type: 'string' }
	},
	bare: ['pty'],
	words: [1, 1],
	async run(input) {
		const { values, words, print } = input;
		const kind = KINDS[words[0] ?? ''];
		if (!kind) throw new Misused(`${words[0] ?? ''} is no kind of device: ${kinds}`);
		const far = farLine(kind, values);
		const place = placeOf(values);
		const numbers = { seed: wholeNumber('seed', values['seed']) ?? 1, apiPort: wholeNumber('api', values['api']) };
		if (process.stdin.isTTY) process.stdin.setRawMode(true);
		try {
			await serve(far, place.place, { clock: systemClock, keys: process.stdin, print, ...numbers });
			return 0;
		} catch (error) {
			throw new CannotOpen(error instanceof Error ? error.message : String(error));
		} finally {
			place.remove();
			if (process.stdin.isTTY) process.stdin.setRawMode(false);
		}
	}
};

export const SIMULATE_DEVICE: Command[] = [simulateDevice];

function farLine(kind: Kind, values: Input['values']): FarLine {
	const { hall, device } = values;
	if ((hall === undefined) !== (device === undefined)) throw new Misused('--hall and --device go together');
	if (hall === undefined || device === undefined) return typedLine(kind, values);
	const read = readHall(readFileSync(resolve(hall), 'utf8'));
	if (!read.ok) throw new CannotOpen(read.faults.map((fault) => `${hall}:${faultLine(fault, 'en')}`).join('\n'));
	const filed = kind.filed(read.file.devices, device, systemClock);
	if (!filed) throw new Misused(`${hall} has nothing of this kind by the code ${device}`);
	return filed;
}

function typedLine(kind: Kind, values: Input['values']): FarLine {
	try {
		return kind.typed(values, systemClock);
	} catch (error) {
		if (error instanceof z.ZodError) throw new Misused(z.prettifyError(error));
		throw error;
	}
}

/** Where it listens; without a word, at a serial port of a fresh name. */
function placeOf({ pty, tcp }: Input['values']): { place: Place; remove: () => void } {
	if (pty !== undefined && tcp !== undefined) throw new Misused('--pty or --tcp, not both');
	const found = /^(?:(.+):)?(\d{1,5})$/.exec(tcp ?? '');
	if (tcp !== undefined && !found) throw new Misused('--tcp is a port, or host:port');
	if (found) {
		const place: Place = { kind: 'tcp', host: found[1] ?? '127.0.0.1', port: Number(found[2]) };
		return { place, remove: () => undefined };
	}
	if (pty) return { place: { kind: 'pty', path: resolve(pty) }, remove: () => undefined };
	const folder = mkdtempSync(join(tmpdir(), 'guidedesk-'));
	return {
		place: { kind: 'pty', path: join(folder, 'tty') },
		remove: () => {
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function wholeNumber(name: string, words: string | undefined): number | undefined {
	if (words === undefined) return undefined;
	if (!/^\d{1,9}$/.test(words)) throw new Misused(`--${name} is a whole number`);
	return Number(words);
}
