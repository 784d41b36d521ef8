import { complaintCases, type ComplaintFilter } from '#db/complaints.ts';
import { newestLine } from '#db/ledger.ts';
import {
	COMPLAINT_CLASSES,
	COMPLAINT_KINDS,
	COMPLAINT_ROUTES,
	type ComplaintClass,
	type ComplaintKind,
	type ComplaintRoute
} from '#db/schema.ts';
import { lineOf } from '../cases/line.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import type { ComplaintAsked, ComplaintsView } from '../views.ts';

/** So many stand on one page. */
const PAGE = 50;

const LISTS = ['open', 'mine', 'overdue', 'closed', 'all'] as const;

/** What is asked for in an address, `list=closed&class=conduct`; what is not known counts as not said. */
export function complaintsAsked(query: string): ComplaintAsked {
	const said = new URLSearchParams(query);
	const before = Number(said.get('before') ?? Number.NaN);
	return {
		kind: oneOf<ComplaintKind>(COMPLAINT_KINDS, said.get('kind')),
		class: oneOf<ComplaintClass>(COMPLAINT_CLASSES, said.get('class')),
		route: oneOf<ComplaintRoute>(COMPLAINT_ROUTES, said.get('route')),
		list: oneOf(LISTS, said.get('list')) ?? 'open',
		before: Number.isSafeInteger(before) ? before : null
	};
}

function oneOf<T extends string>(words: readonly T[], word: string | null): T | null {
	return words.find((one) => one === word) ?? null;
}

/** One page of complaints, newest first: all of the hall for who watches it, else the own; never one about oneself. */
export async function complaintsView(hall: Hall, who: Who, asked: ComplaintAsked): Promise<ComplaintsView> {
	const reads = isAllowed(hall, who, 'case:read-any');
	const filter = filterOf(hall, who, asked, reads);
	const found = await complaintCases(hall.read, { hall: hall.id, most: PAGE + 1, filter });
	const rows = found.slice(0, PAGE);
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: hall.setup.file.hall.name,
		staff: { no: who.staff ?? '', role: who.role, oversees: isAllowed(hall, who, 'case:oversee'), reads },
		timeZone: hall.setup.timeZone,
		asked,
		cases: await Promise.all(rows.map(async ({ details, ...row }) => ({ ...(await lineOf(hall, row)), ...details }))),
		more: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
		digests: isAllowed(hall, who, 'figures:read')
	};
}

function filterOf(hall: Hall, who: Who, asked: ComplaintAsked, reads: boolean): ComplaintFilter {
	const { list, kind, route, before } = asked;
	const own = !reads || list === 'mine';
	const state = list === 'closed' ? 'closed' : list === 'all' && reads ? null : 'open';
	return {
		...{ kind, class: asked.class, route, before, state },
		overdueAt: list === 'overdue' ? hall.clock.now() : null,
		of: own ? (who.staff ?? '') : null,
		notAbout: who.staff ?? null
	};
}
