/** Rows of matters, of results sent home, and of what is known of persons, sealed. */
import type { DeliveryState } from './words.ts';

/** A matter 办件: what was accepted, and what was promised with it. Owner, stage and due time stand in its case. */
export interface MatterRow {
	hall: number;
	/** the case it is */
	case: number;
	ticket: number;
	leg: number;
	item: string;
	window: string | null;
	/** staff number of who accepted it */
	staff: string;
	/** the day from which the promise counts; that day does not count itself */
	from_day: string;
	/** as promised at acceptance; an extension moves the case's due time only */
	promised_day: string;
	legal_day: string;
	/** 视为受理, 0 or 1: accepted by law, because nothing was said in time */
	deemed: number;
}

/** A result that is sent home by courier, free of charge. Name, telephone and address are sealed: see PersonalRow. */
export interface DeliveryRow {
	hall: number;
	id: number;
	case: number;
	ticket: number;
	state: DeliveryState;
	/** staff number of who took the visitor's consent down */
	asked_by: string;
	asked_at: number;
	carrier: string | null;
	waybill: string | null;
	sent_at: number | null;
	/** delivered, returned or cancelled */
	ended_at: number | null;
}

/** One thing known of a person, for one purpose. Nobody reads it without the key, which is no part of the database. */
export interface PersonalRow {
	hall: number;
	/** what it belongs to: `delivery`, `case` */
	subject: string;
	/** id of that */
	of: number;
	/** `name`, `phone`, `address` */
	field: string;
	/** AES-256-GCM; null once it was deleted */
	sealed: string | null;
	kept_at: number;
	/** when it is deleted, whatever happens */
	delete_at: number;
	deleted_at: number | null;
}
