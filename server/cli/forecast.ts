import { forecasts } from '#db/forecasts.ts';
import type { ForecastRow } from '#db/schema.ts';
import { addDays } from '../rules/day.ts';
import { today, type Hall } from '../hall.ts';
import type { Rung } from '../rules/wait/ladder.ts';
import { refit } from '../waits/refit.ts';
import type { Command } from './command.ts';
import { withHall } from './with-hall.ts';

const show: Command = {
	name: 'forecast',
	usage: '',
	summary: 'Show by what each queue’s waiting times are told now, and how true they came over the last days',
	options: {},
	words: [0, 0],
	run: ({ print }) =>
		withHall(async (hall) => {
			const rows = new Map((await forecasts(hall.read, hall.id)).map((row) => [row.queue, row]));
			for (const { code } of hall.setup.file.queues) print(lineOf(hall, code, rows.get(code)));
			return 0;
		})
};

const again: Command = {
	name: 'forecast refit',
	usage: '',
	summary: 'Fit the waiting times of every queue anew to the days before today, as is done each night',
	options: {},
	words: [0, 0],
	run: ({ print }) =>
		withHall(async (hall) => {
			const queues = await refit(hall, addDays(today(hall), -1));
			print(`${String(queues)} queues have learnt from their waits`);
			return 0;
		})
};

// The longer name first: it begins with the shorter one.
export const FORECAST: Command[] = [again, show];

const RUNGS: Record<Rung, string> = {
	plan: 'planned minutes',
	today: 'today’s calls',
	learnt: 'learnt from past days'
};

function lineOf(hall: Hall, queue: string, row: ForecastRow | undefined): string {
	const now = `${queue}: ${RUNGS[hall.waits.rung(hall, queue)]}`;
	if (!row) return `${now}; nothing learnt yet`;
	const fit = `${String(row.samples)} waits up to ${row.through}`;
	const tried =
		row.mae === null || row.covered === null
			? 'too few days to try it'
			: `on days held back: ${row.mae.toFixed(1)} min off, ${percent(row.covered)} below the upper bound`;
	const told =
		row.told === 0
			? 'nothing told lately'
			: `told lately: ${percent(row.told_covered / row.told)} of ${String(row.told)} below it`;
	return `${now}; ${fit}; ${tried}; ${told}`;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(0)} %`;
}
