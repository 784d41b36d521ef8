import { helpBetween, helpByToken, liveHelp } from '#db/help.ts';
import { newestLine } from '#db/ledger.ts';
import { HELP_WISHES, type HelpRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import type { FigureTable, HelpLine, HelpView, Text } from '../views.ts';

/** Whoever called sees that somebody comes, and who; undefined for a token that is none. */
export async function helpView(hall: Hall, token: string): Promise<HelpView | undefined> {
	const row = await helpByToken(hall.read, hall.id, token);
	return row && { ...publicHelp(row), seq: await newestLine(hall.read, hall.id) };
}

/** A call as its caller knows it. */
export function publicHelp(row: HelpRow): Omit<HelpView, 'seq'> {
	const { token, what, called_at, coming_by, coming_at, ended_at } = row;
	const state = stateOf(row);
	return { token, what, state, calledAt: called_at, comingBy: coming_by, comingAt: coming_at, endedAt: ended_at };
}

function stateOf({ coming_at, there_at, ended_at }: HelpRow): HelpView['state'] {
	if (ended_at !== null) return there_at === null ? 'called-off' : 'there';
	return coming_at === null ? 'called' : 'coming';
}

/** The calls that go on, for a desk: those of its zones, and those of no zone. */
export async function helpLines(hall: Hall, zone: string | null): Promise<HelpLine[]> {
	const rows = (await liveHelp(hall.read, hall.id)).filter(
		(row) => zone === null || row.zone === null || row.zone === zone
	);
	return Promise.all(rows.map((row) => helpLine(hall, row)));
}

async function helpLine(hall: Hall, row: HelpRow): Promise<HelpLine> {
	const ticket = row.ticket === null ? undefined : await getTicket(hall.read, hall.id, row.ticket);
	return {
		id: row.case,
		what: row.what,
		place: placeOf(hall, row),
		number: ticket?.number ?? null,
		lang: row.lang,
		calledAt: row.called_at,
		comingBy: row.coming_by,
		comingAt: row.coming_at
	};
}

function placeOf(hall: Hall, { device, zone }: HelpRow): Text {
	const kiosk = hall.setup.kiosks.get(device ?? '')?.name;
	return kiosk ?? hall.setup.zones.get(zone ?? '')?.name ?? hall.setup.file.hall.name;
}

const MINUTE_MS = 60_000;

/** K-05 Calls for help of some days: how often each was wanted, and how long it took until somebody went and had come. */
export async function helpFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const rows = await helpBetween(hall.read, { hall: hall.id, from, to });
	const lines = HELP_WISHES.map((what) => {
		const own = rows.filter((row) => row.what === what);
		const came = own.filter((row) => row.there_at !== null);
		return [
			NAMES[what],
			own.length,
			came.length,
			mean(own.flatMap(({ called_at: from, coming_at: at }) => (at === null ? [] : [at - from]))),
			mean(came.flatMap(({ called_at: from, there_at: at }) => (at === null ? [] : [at - from])))
		];
	});
	return { ...HEAD, rows: lines };
}

function mean(times: readonly number[]): number | null {
	return times.length === 0 ? null : times.reduce((sum, one) => sum + one, 0) / times.length / MINUTE_MS;
}

const NAMES: Record<HelpRow['what'], Text> = {
	volunteer: { zh: '志愿者', en: 'Volunteer' },
	'sign-language': { zh: '手语', en: 'Sign language' },
	wheelchair: { zh: '轮椅', en: 'Wheelchair' },
	staff: { zh: '工作人员', en: 'Member of staff' }
};

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'help',
	title: { zh: '求助', en: 'Calls for help' },
	note: {
		zh: '来宾在取号机或手机上的求助；平均用时到有人动身、到有人到场为止。',
		en: 'Calls from kiosks and phones; mean times until somebody went, and until somebody had come.'
	},
	columns: [
		{ name: { zh: '需要', en: 'Wanted' }, kind: 'text' },
		{ name: { zh: '次数', en: 'Calls' }, kind: 'count' },
		{ name: { zh: '已到场', en: 'Helped' }, kind: 'count' },
		{ name: { zh: '到动身（分钟）', en: 'Until gone (min)' }, kind: 'minutes' },
		{ name: { zh: '到到场（分钟）', en: 'Until there (min)' }, kind: 'minutes' }
	]
};
