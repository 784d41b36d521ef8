import { firstActs, recentIncidents, type IncidentCase } from '#db/incidents.ts';
import { newestLine } from '#db/ledger.ts';
import { broadcastPart } from '../broadcast/view.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import type { DeskIncidents, IncidentLine, IncidentsView } from '../views.ts';

/** So many stand on the page. */
const MOST = 100;

/** The page of incidents and broadcasts; undefined for who may not see it. */
export async function incidentsView(hall: Hall, who: Who): Promise<IncidentsView | undefined> {
	if (!isAllowed(hall, who, 'incident:see')) return undefined;
	const { contacts } = hall.setup.policies.incidents;
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: hall.setup.file.hall.name,
		staff: { no: who.staff ?? '', role: who.role, reports: isAllowed(hall, who, 'incident:report') },
		kinds: hall.setup.policies.incidents.kinds,
		zones: hall.setup.file.zones.map(({ code, name }) => ({ code, name })),
		incidents: await lines(hall, MOST),
		contacts,
		...(await broadcastPart(hall, who))
	};
}

/** What a desk draws of incidents: the kinds for its keys, and what is open. */
export async function deskIncidents(hall: Hall, who: Who): Promise<DeskIncidents> {
	return {
		kinds: hall.setup.policies.incidents.kinds,
		open: (await lines(hall, MOST)).filter(({ state }) => state === 'open'),
		...(await broadcastPart(hall, who))
	};
}

async function lines(hall: Hall, most: number): Promise<IncidentLine[]> {
	const rows = await recentIncidents(hall.read, { hall: hall.id, most });
	const times = await actTimes(hall, rows);
	return rows.map((row) => lineOf(hall, row, times));
}

/** When an act was first done in a case; null when it was not. */
type Times = (id: number, act: string) => number | null;

/** When each act was first done in these incidents. */
export async function actTimes(hall: Hall, rows: readonly { id: number }[]): Promise<Times> {
	const found = await firstActs(
		hall.read,
		hall.id,
		rows.map(({ id }) => id)
	);
	const byAct = new Map(found.map((one) => [`${String(one.case)} ${one.act}`, one.at]));
	return (id, act) => byAct.get(`${String(id)} ${act}`) ?? null;
}

function lineOf(hall: Hall, row: IncidentCase, times: Times): IncidentLine {
	const { id, what, severity, place, window, state, stage, outcome, owner } = row;
	const kind = hall.setup.policies.incidents.kinds.find(({ code }) => code === what);
	return {
		...{ id, what, severity, place, window, state, stage, outcome, owner },
		number: caseNumber({ kind: 'incident', day: row.day, id }),
		name: kind?.name ?? { zh: what, en: what },
		zone: hall.setup.zones.get(row.zone ?? '')?.name ?? null,
		silent: row.silent === 1,
		noticedAt: row.noticed_at,
		reportedAt: row.opened_at,
		acknowledgedAt: times(id, 'acknowledge'),
		arrivedAt: times(id, 'arrive'),
		endedAt: times(id, 'end'),
		dueAt: row.due_at,
		levels: row.escalated
	};
}
