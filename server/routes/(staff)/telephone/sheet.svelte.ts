import type { PhoneCallView } from '#server/views.ts';

/** What is filled in before it is sent. */
export type SheetVerb =
	'begin' | 'check' | 'record' | 'transfer' | 'call-back' | 'case' | 'answer' | 'nuisance' | 'not-ready';

/** The call that a sheet is about; none for one that begins it. */
export interface SheetOf {
	verb: SheetVerb;
	call: number | null;
	intent: string;
	/** further calls of the same number that could be named */
	earlier: PhoneCallView['earlier'];
	/** the number that the call came from can be used */
	hasNumber: boolean;
}

/** One sheet while it is filled in. It stands still, whatever is heard meanwhile. */
export class Sheet {
	readonly of: SheetOf;
	about = $state('');
	text = $state('');
	name = $state('');
	phone = $state('');
	to = $state('');
	kind = $state('');
	way: 'slip' | 'phone' | 'email' = $state('phone');
	line = $state('');
	rang = $state(0);
	ownNumber = $state(false);
	consent = $state(false);
	override = $state(false);
	agrees = $state(true);
	checked: string[] = $state([]);
	calls: number[] = $state([]);
	/** the staff number to which a transfer has failed */
	failed: string | null = $state(null);

	constructor(of: SheetOf) {
		this.of = of;
		this.ownNumber = of.hasNumber;
		this.calls = of.earlier.map(({ id }) => id);
	}

	/** Where it is sent, below /api/v1. */
	get path(): string {
		const { verb, call } = this.of;
		if (verb === 'begin') return '/telephone/calls';
		if (verb === 'not-ready') return '/telephone/seat';
		const act = verb === 'answer' && this.way === 'slip' ? 'print' : verb;
		return `/telephone/calls/${String(call)}/${act}`;
	}

	get body(): object {
		return BODIES[this.of.verb](this);
	}

	turn(check: string): void {
		this.checked = this.checked.includes(check)
			? this.checked.filter((one) => one !== check)
			: [...this.checked, check];
	}

	turnCall(id: number): void {
		this.calls = this.calls.includes(id) ? this.calls.filter((one) => one !== id) : [...this.calls, id];
	}
}

/** Whom it is from, and what it is about. */
function from({ about, text, name, phone, ownNumber, consent }: Sheet): object {
	return { about, text, name, phone, ownNumber: ownNumber && phone === '', consent };
}

const BODIES: Record<SheetVerb, (sheet: Sheet) => object> = {
	begin: ({ line, phone, rang, of }) => ({
		...{ line: line === '' ? null : line, caller: phone === '' ? null : phone },
		...{ rangSeconds: rang, intent: of.intent }
	}),
	check: ({ checked, agrees }) => ({ checked, agrees }),
	record: ({ to }) => ({ code: to }),
	transfer: ({ to, consent }) => ({ to, consent }),
	'call-back': (sheet) => ({ ...from(sheet), failed: sheet.failed }),
	case: (sheet) => ({ ...from(sheet), kind: sheet.kind, intent: sheet.of.intent }),
	answer: ({ way, to, text, consent, override, of }) =>
		way === 'slip' ? { text, override } : { way, to, text, consent, override, intent: of.intent },
	nuisance: ({ text, calls }) => ({ text, calls }),
	'not-ready': ({ kind }) => ({ state: 'not-ready', reason: kind })
};
