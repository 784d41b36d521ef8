import { ALARMS } from './alarms.ts';
import { APPOINTMENTS } from './appointments.ts';
import { CASES } from './cases.ts';
import { HOUSE } from './house.ts';
import { HELP } from './help.ts';
import { COMPLAINTS } from './complaints.ts';
import { INCIDENTS } from './incidents.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { LEASES } from './leases.ts';
import { LOANS } from './loans.ts';
import { TELEPHONE } from './telephone.ts';
import { MATTERS } from './matters.ts';
import type { AnyOperation } from './operation.ts';
import { DAYS } from './days.ts';
import { DESK } from './desk.ts';
import { NOTICES } from './notices.ts';
import { ORDERS } from './orders.ts';
import { PAPERS } from './papers.ts';
import { GUIDES } from './guides.ts';
import { DEVICES } from './devices.ts';
import { FIGURES } from './figures.ts';
import { PROOFS } from './proofs.ts';
import { QUESTIONS } from './questions.ts';
import { RATINGS } from './ratings.ts';
import { READING } from './reading.ts';
import { SAYING } from './say.ts';
import { SLIP_DESIGN } from './slip-design.ts';
import { SLIPS } from './slips.ts';
import { TALK } from './talk.ts';
import { TICKETS } from './tickets.ts';
import { WINDOWS } from './windows.ts';

/** Everything that can be asked of the API. */
export const OPERATIONS: readonly AnyOperation[] = [
	...TICKETS,
	...WINDOWS,
	...READING,
	...DAYS,
	...DESK,
	...SLIPS,
	...SLIP_DESIGN,
	...APPOINTMENTS,
	...RATINGS,
	...NOTICES,
	...CASES,
	...COMPLAINTS,
	...MATTERS,
	...PAPERS,
	...PROOFS,
	...ALARMS,
	...FIGURES,
	...TALK,
	...KNOWLEDGE,
	...ORDERS,
	...HOUSE,
	...HELP,
	...QUESTIONS,
	...SAYING,
	...INCIDENTS,
	...LEASES,
	...LOANS,
	...TELEPHONE,
	...GUIDES,
	...DEVICES
];
