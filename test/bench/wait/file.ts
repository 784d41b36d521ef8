import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Sample } from '#server/rules/wait/moment.ts';

const COLUMNS = [
	'queue',
	'date',
	'minute_of_day',
	'waiting',
	'counters_open',
	'declared_service_min',
	'actual_wait_min',
	'LES',
	'HOL',
	'last5',
	'queue_len_at_LES_arrival',
	'rate30',
	'rate60',
	'rate_day'
] as const;
type Column = (typeof COLUMNS)[number];

/** Reads waits from a CSV file, gzipped or not; columns in any order, empty cells where nothing was known. */
export function readSamples(path: string): Sample[] {
	const bytes = readFileSync(path);
	return samplesOf((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'), path);
}

function samplesOf(text: string, path: string): Sample[] {
	const [head = '', ...lines] = text.split(/\r?\n/);
	const names = head.split(',').map((name) => name.trim());
	const missing = COLUMNS.filter((name) => !names.includes(name));
	if (missing.length > 0) throw new Error(`${path}: no column ${missing.join(', ')}`);
	const at = (cells: readonly string[], name: Column): string => cells[names.indexOf(name)]?.trim() ?? '';
	return lines.flatMap((line, i) => {
		if (line.trim() === '') return [];
		const cells = line.split(',');
		return [sampleOf((name) => at(cells, name), `${path}:${String(i + 2)}`)];
	});
}

function sampleOf(cell: (name: Column) => string, place: string): Sample {
	const maybe = (name: Column): number | null => {
		const text = cell(name);
		const value = Number(text);
		if (text !== '' && !Number.isFinite(value)) throw new Error(`${place}: ${name} is no number: ${text}`);
		return text === '' ? null : value;
	};
	const wait = maybe('actual_wait_min');
	if (wait === null) throw new Error(`${place}: no actual_wait_min`);
	const moment = {
		minute: maybe('minute_of_day') ?? 0,
		waiting: maybe('waiting') ?? 0,
		windows: maybe('counters_open') ?? 0,
		planned: maybe('declared_service_min') ?? 0,
		les: maybe('LES'),
		hol: maybe('HOL'),
		last5: maybe('last5'),
		found: maybe('queue_len_at_LES_arrival'),
		rate30: maybe('rate30'),
		rate60: maybe('rate60'),
		rateDay: maybe('rate_day')
	};
	return { queue: cell('queue'), day: cell('date'), moment, wait };
}
