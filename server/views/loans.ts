/** What is drawn of loans and of free services. */
import type { LoanState, ServiceState } from '#db/schema.ts';
import type { Text } from '../views.ts';

/** A thing that this desk lends. */
export interface GoodView {
	code: string;
	name: Text;
	desk: string;
	/** what the desk has, and how many of them are here to be lent */
	count: number;
	left: number;
	/** of a medicine box; `ending`: it may be used for some weeks only; `over`: no more */
	contents: { name: Text; expires: string | null; state: 'good' | 'ending' | 'over' }[];
}

export interface LoanView {
	id: number;
	good: string;
	name: Text;
	desk: string;
	state: LoanState;
	/** to whom: a number of the day, or a tag kept as a deposit */
	number: string | null;
	tag: string | null;
	lentAt: number;
	lentBy: string;
	dueAt: number;
	overdue: boolean;
	/** masked; null where none was left */
	phone: string | null;
}

/** The loans part of a desk. */
export interface DeskLoans {
	goods: GoodView[];
	/** what is out, of every desk: it may come back anywhere */
	out: LoanView[];
}

/** A free service as screens, kiosks, desks and visitors see it. */
export interface ServiceView {
	code: string;
	name: Text;
	kind: 'copying' | 'computers' | 'terminals' | 'courier' | 'photographs' | 'other';
	zone: string;
	place: Text | null;
	places: number;
	state: ServiceState;
	/** so many wait */
	waiting: number;
	/** counted by the numbers of a queue, not by the desk */
	counted: boolean;
	/** since when it is in this state; null when nobody has touched it */
	since: number | null;
}

/** The same for who keeps it: who set it, and whether too many wait. */
export interface KeptService extends ServiceView {
	by: string | null;
	crowded: boolean;
}
