/** What a visitor sees of a case by its code. */
import type { CaseState, Contact, ToldWay } from '#db/schema.ts';
import type { Text } from '../views.ts';

/** A case for whoever has its code: never a name, and nothing that a visitor wrote. */
export interface PublicCaseView {
	code: string;
	/** `T20261126-18342`; of a case that was joined, the own one */
	number: string;
	kind: string;
	/** of the case in which the matter goes on */
	state: CaseState;
	stage: string;
	outcome: string | null;
	openedAt: number;
	/** the last moment (ms) and the day by which it is answered; null where nothing is due */
	dueAt: number | null;
	dueDay: string | null;
	overdue: boolean;
	/** it is answered, and until the due day the visitor says what there is to say */
	answered: boolean;
	/** the visitor was not satisfied, and it was begun again */
	reopened: boolean;
	/** the same matter was told before, and is answered together with it */
	joined: boolean;
	/** who answers: by staff number, and the department or desk that it is with */
	owner: string;
	department: Text | null;
	desk: Text | null;
	/** what was written to the visitor, oldest first */
	answers: { at: number; act: string; text: string }[];
	contact: Contact;
	told: { at: number; way: ToldWay } | null;
	/** what the visitor may do now */
	may: { act: string; text: 'needed' | 'free' | 'none'; closes: boolean }[];
	/** telephone of the hall, and where its desk is; null where none is known */
	phone: string | null;
	ask: Text | null;
	link: string;
}
