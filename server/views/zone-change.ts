/** What a page on the live line is told of its zone. */
import type { CallView, LedgerHead, QueueLine, WindowLine } from '../views.ts';
import type { ServiceView } from './loans.ts';

/** What changed in a zone since `after`; a page whose last number is not `after` asks for a snapshot. */
export interface ZoneChange {
	zone: string;
	after: number;
	seq: number;
	calls: CallView[];
	/** ids of calls that were taken back */
	undone: number[];
	queues: QueueLine[];
	windows: WindowLine[];
	/** all of the zone, when one of them has changed; null when none has */
	services: ServiceView[] | null;
	head: LedgerHead;
}
