import { caseByIntent } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { addIncident } from '#db/incidents.ts';
import type { CaseRow, IncidentRow } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/raise.ts';
import { openCase } from '../cases/open.ts';
import { freestOwner } from '../cases/owner.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { INCIDENT } from '../rules/cases/incident.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { toldAt } from './told.ts';

export interface IncidentWish {
	/** a kind of the hall file */
	what: string;
	/** 1 the gravest, to 4; the kind's own when null */
	severity: number | null;
	zone: string | null;
	/** where it is and what is seen, in words; for staff */
	place: string;
	/** when it was noticed, where that was not just now */
	noticedAt: number | null;
	intent: string;
}

const MINUTE_MS = 60_000;

/** Records that something has happened in the hall, and calls for somebody at once. Who reports at a desk owns it until another acknowledges. */
export function reportIncident(hall: Hall, who: Who, wish: IncidentWish): Promise<Result<CaseRow>> {
	return hall.write((tx) => report(tx, hall, who, { wish, window: null }));
}

/** A clerk in trouble: one silent key. The gravest kind of security, with the window as its place; no screen of that window stirs. */
export function callSilently(
	hall: Hall,
	who: Who,
	window: string,
	{ intent }: { intent: string }
): Promise<Result<CaseRow>> {
	return hall.write((tx) => {
		const entry = hall.setup.windows.get(window);
		if (!entry) return Promise.resolve(refused('window-unknown', window));
		const barred = who.role === 'clerk' && who.staff !== undefined && who.window !== window;
		if (barred) return Promise.resolve(refused('not-allowed', window));
		const { kinds } = hall.setup.policies.incidents;
		const what = (kinds.find(({ code }) => code === 'security') ?? kinds[0])?.code ?? '';
		const at = { zone: entry.zone, place: entry.name.zh };
		return report(tx, hall, who, { wish: { what, severity: 1, noticedAt: null, intent, ...at }, window });
	});
}

interface Reporting {
	wish: IncidentWish;
	/** of a silent key */
	window: string | null;
}

async function report(tx: Tx, hall: Hall, who: Who, { wish, window }: Reporting): Promise<Result<CaseRow>> {
	const earlier = await caseByIntent(tx.k, tx.hall, wish.intent);
	if (earlier) return done(earlier);
	const { kinds, responseMinutes } = hall.setup.policies.incidents;
	const kind = kinds.find(({ code }) => code === wish.what);
	if (!kind) return refused('incident-unknown', wish.what);
	if (wish.zone !== null && !hall.setup.zones.has(wish.zone)) return refused('not-found', wish.zone);
	const severity = severityIn(wish.severity ?? kind.severity);
	const owner = await ownerFor(tx, hall, who, wish.zone);
	if (owner === undefined) return refused('staff-unknown');
	const at = hall.clock.now();
	const opened = await openCase(tx, hall, who, {
		...{ kind: INCIDENT.code, owner, about: [kind.name.zh, wish.place.trim()].filter((one) => one !== '').join(' · ') },
		...{ window, urgent: severity <= 2, givenAt: at + responseMinutes[severity] * MINUTE_MS, intent: wish.intent }
	});
	if (!opened.ok) return opened;
	await keep(tx, hall, who, { wish, window, severity, row: opened.value });
	return opened;
}

type Severity = 1 | 2 | 3 | 4;

function severityIn(asked: number): Severity {
	return ([1, 2, 3] as const).find((one) => one === asked) ?? 4;
}

/** Who stands at a desk owns what he reports; for anybody else, whoever of the zone's desk has the fewest incidents, or of the hall. */
async function ownerFor(tx: Tx, hall: Hall, who: Who, zone: string | null): Promise<string | undefined> {
	const own = INCIDENT.roles.some((role) => role === who.role);
	if (own && who.staff !== undefined) return who.staff;
	const of = { roles: INCIDENT.roles, kinds: [INCIDENT.code], except: null };
	const desk = hall.setup.file.desks.find((one) => one.zone === zone)?.code ?? null;
	return (desk === null ? undefined : await freestOwner(tx, hall, { ...of, desk })) ?? freestOwner(tx, hall, of);
}

async function keep(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, window, severity, row }: Reporting & { severity: Severity; row: CaseRow }
): Promise<void> {
	const { what, zone, place } = wish;
	const at = hall.clock.now();
	const noticed = Math.min(wish.noticedAt ?? at, at);
	const incident: IncidentRow = {
		...{ hall: tx.hall, id: row.id, what, severity, zone, place: place.trim() },
		...{ noticed_at: noticed, silent: window === null ? 0 : 1 }
	};
	await addIncident(tx.k, incident);
	const body = { case: row.id, what, severity, zone, from: window, noticedAt: noticed, told: toldAt(hall, 0) };
	const line = { ticket: null, window: null, queue: null, actor: who.name, act: 'incident.reported', body };
	await tx.note({ at, day: today(hall), ...line });
	await callForHelp(tx, hall, { row, incident, window });
}

/** At every desk and at the supervisor's seat; not at the window, where somebody looks over the clerk's shoulder. */
async function callForHelp(
	tx: Tx,
	hall: Hall,
	{ row, incident, window }: { row: CaseRow; incident: IncidentRow; window: string | null }
): Promise<void> {
	const kind = hall.setup.policies.incidents.kinds.find(({ code }) => code === incident.what);
	const zone = hall.setup.zones.get(incident.zone ?? '');
	const about = {
		...{ code: caseNumber(row), zh: kind?.name.zh ?? '', en: kind?.name.en ?? '', severity: incident.severity },
		...{ zoneZh: zone?.name.zh ?? null, zoneEn: zone?.name.en ?? null, from: window }
	};
	await raiseAlarm(tx, hall, { kind: 'incident', key: String(row.id), window: null, about });
}
